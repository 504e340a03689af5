package import Sodium

/// A small file of a client's home, sealed under the store key for its name: no file can stand in for another, nor for
/// one of another home; an older one of the same name can.
///
/// `sotto sealed file 1`, a newline, then nonce(24) ‖ ciphertext ‖ tag(16) of XChaCha20-Poly1305; associated data:
/// "sotto store file 1\0" ‖ name.
package enum SealedFile {
    package enum Form: Sendable {
        case sealed
        /// A newer version of this program has written it.
        case newerVersion
        case other
    }

    /// How much longer the file is than what it holds.
    package static let overheadByteCount = magic.count + nonceByteCount + AEADAlgorithm.tagByteCount

    package static func form(of file: Span<UInt8>) -> Form {
        let beginning = [UInt8](copying: file.extracting(first: versionEndMax))
        guard beginning.starts(with: title), let end = beginning.firstIndex(of: UInt8(ascii: "\n")) else {
            return .other
        }
        switch UInt32(String(decoding: beginning[title.count..<end], as: UTF8.self)) {
        case 1?: return .sealed
        case let version? where version > 1: return .newerVersion
        default: return .other
        }
    }

    package static func seal(_ bytes: Span<UInt8>, as name: String, under key: borrowing StoreKey) -> [UInt8] {
        let nonce = RandomBytes.array(count: nonceByteCount)
        do throws(SodiumError) {
            return try key.derived(.files).withBytes { (key) throws(SodiumError) in
                try magic + nonce
                    + AEADAlgorithm.xChaCha20Poly1305.seal(
                        bytes, key: key, nonce: nonce.span, authenticating: associatedData(name).span)
            }
        } catch { preconditionFailure("a key of 32 bytes and a nonce of 24") }
    }

    /// - Returns: nothing for what wasn't sealed for this name with this key.
    package static func open(_ file: Span<UInt8>, as name: String, under key: borrowing StoreKey) -> SecretBytes? {
        guard form(of: file) == .sealed, file.count >= overheadByteCount else { return nil }
        for index in magic.indices where file[index] != magic[index] { return nil }
        let nonceEnd = magic.count + nonceByteCount
        do throws(SodiumError) {
            return try key.derived(.files).withBytes { (key) throws(SodiumError) in
                try AEADAlgorithm.xChaCha20Poly1305.open(
                    file.extracting(nonceEnd..<file.count), key: key, nonce: file.extracting(magic.count..<nonceEnd),
                    authenticating: associatedData(name).span)
            }
        } catch { return nil }
    }

    private static let title = Array("sotto sealed file ".utf8)
    private static let magic = title + Array("1\n".utf8)
    private static let versionEndMax = title.count + 8
    private static let nonceByteCount = 24

    private static func associatedData(_ name: String) -> [UInt8] { StoreDomain.file.bytes + Array(name.utf8) }
}
