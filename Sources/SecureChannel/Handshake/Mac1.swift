package import Identity
import Sodium

/// What message 1 shows to a relay that hides from scanners: that its sender knows the relay's public key.
///
/// 16 bytes: BLAKE2b-128 of the ephemeral key, keyed with BLAKE2b-256(domain ‖ relay key). It hides the relay from who
/// doesn't know that key, not from who recorded a message 1 and plays it again.
package struct Mac1: Sendable {
    static let byteCount = 16
    /// For a relay whose key isn't known yet.
    static let absent = [UInt8](repeating: 0, count: byteCount)

    private let key: [UInt8]

    package init(relayKey: RelayKey) {
        key = Self.hash(LineProtocol.mac1Domain + relayKey.bytes, byteCount: 32, key: [])
    }

    package func mac(of ephemeralKey: [UInt8]) -> [UInt8] {
        Self.hash(ephemeralKey, byteCount: Self.byteCount, key: key)
    }

    func isValid(_ mac: [UInt8], for ephemeralKey: [UInt8]) -> Bool {
        ConstantTime.areEqual(self.mac(of: ephemeralKey), mac)
    }

    private static func hash(_ bytes: [UInt8], byteCount: Int, key: [UInt8]) -> [UInt8] {
        do throws(SodiumError) {
            var state = try BLAKE2b(digestByteCount: byteCount, key: key.span)
            state.update(bytes)
            return state.finalize()
        } catch {
            preconditionFailure("BLAKE2b takes keys of 0 and 32 bytes and gives 16 and 32")
        }
    }
}
