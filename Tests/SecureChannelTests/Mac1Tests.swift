import Identity
import Sodium
import Testing

@testable import SecureChannel

struct Mac1Tests {
    private let relayKey = RelayKey(X25519.SecretKey().publicKey)

    /// Computed here anew: BLAKE2b-128 keyed with BLAKE2b-256("sotto mac1 1" ‖ 0 ‖ relay key).
    private func expected(_ ephemeralKey: [UInt8]) throws -> [UInt8] {
        var inner = try BLAKE2b(digestByteCount: 32)
        inner.update(Array("sotto mac1 1".utf8))
        inner.update([0])
        inner.update(relayKey.bytes)
        var outer = try BLAKE2b(digestByteCount: 16, key: inner.finalize().span)
        outer.update(ephemeralKey)
        return outer.finalize()
    }

    @Test func isKeyedBLAKE2bOfTheEphemeralKey() throws {
        for _ in 0..<20 {
            let ephemeralKey = RandomBytes.array(count: 32)
            #expect(Mac1(relayKey: relayKey).mac(of: ephemeralKey) == (try expected(ephemeralKey)))
        }
    }

    /// From a Python `hashlib.blake2b`: relay key 32 × 0x11, ephemeral key 32 × 0x22.
    @Test func hasItsVector() throws {
        let key = try #require(RelayKey([UInt8](repeating: 0x11, count: 32)))
        let mac = Mac1(relayKey: key).mac(of: [UInt8](repeating: 0x22, count: 32))
        #expect(
            mac.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
                == "d8dc77c6769e5d58db10866f3f7d1c0b")
    }

    @Test func isValidForItsKeysAlone() throws {
        let mac1 = Mac1(relayKey: relayKey)
        let ephemeralKey = RandomBytes.array(count: 32)
        let mac = mac1.mac(of: ephemeralKey)
        #expect(mac1.isValid(mac, for: ephemeralKey))
        #expect(!mac1.isValid(Mac1.absent, for: ephemeralKey))
        #expect(!mac1.isValid(Array(mac.dropLast()), for: ephemeralKey))
        #expect(!mac1.isValid(mac + [0], for: ephemeralKey))
        #expect(!mac1.isValid([], for: ephemeralKey))
        for index in 0..<16 {
            var other = mac
            other[index] ^= 0x80
            #expect(!mac1.isValid(other, for: ephemeralKey))
        }
        #expect(!Mac1(relayKey: RelayKey(X25519.SecretKey().publicKey)).isValid(mac, for: ephemeralKey))
        #expect(!mac1.isValid(mac, for: RandomBytes.array(count: 32)))
    }
}
