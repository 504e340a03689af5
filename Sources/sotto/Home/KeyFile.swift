import Sodium

/// What a key file holds: `sotto key file 1`, a newline, a letter for the kind, 32 secret bytes, 16 bytes of checksum.
///
/// The checksum tells a damaged file from a good one: a key with a flipped bit would still be a key, and somebody
/// else's. It is no protection against one who may write there.
enum KeyFile {
    /// Which key it is. A file under another key's name is as good as damaged.
    enum Kind: UInt8, CaseIterable, Sendable {
        case identity = 0x49  // I
        case device = 0x44  // D
        case line = 0x4C  // L
        case relay = 0x52  // R

        var fileName: String {
            switch self {
            case .identity: HomeFile.identityKey
            case .device: HomeFile.deviceKey
            case .line: HomeFile.lineKey
            case .relay: HomeFile.relayKey
            }
        }
    }

    static let secretByteCount = 32
    static let checksumByteCount = 16
    static let byteCount = magic.count + 1 + secretByteCount + checksumByteCount
    /// Listed in SECURITY.md with the other domain strings.
    static let checksumDomain = "sotto key file checksum 1"

    private static let magic = Array("sotto key file 1\n".utf8)
    private static let secretOffset = magic.count + 1
    private static let checksumOffset = secretOffset + secretByteCount

    /// The file's bytes. `secret` is 32 bytes long.
    static func encode(_ kind: Kind, _ secret: Span<UInt8>) -> SecretBytes {
        precondition(secret.count == secretByteCount)
        let checksum = checksum(kind, secret)
        return SecretBytes(byteCount: byteCount) { file in
            for index in magic.indices { file[index] = magic[index] }
            file[magic.count] = kind.rawValue
            for index in secret.indices { file[secretOffset + index] = secret[index] }
            for index in checksum.indices { file[checksumOffset + index] = checksum[index] }
        }
    }

    /// Lends `body` the secret in `file`.
    ///
    /// - Returns: `nil` if the file isn't whole, or of another kind.
    static func withSecret<Result: ~Copyable, Failure: Error>(
        _ kind: Kind, in file: Span<UInt8>, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard file.count == byteCount, file[magic.count] == kind.rawValue else { return nil }
        for index in magic.indices where file[index] != magic[index] { return nil }
        let secret = file.extracting(secretOffset..<checksumOffset)
        let stored = file.extracting(checksumOffset..<byteCount)
        guard ConstantTime.areEqual(checksum(kind, secret).span, stored) else { return nil }
        return try body(secret)
    }

    private static func checksum(_ kind: Kind, _ secret: Span<UInt8>) -> [UInt8] {
        do throws(SodiumError) {
            var state = try BLAKE2b(digestByteCount: checksumByteCount)
            state.update(Array(checksumDomain.utf8) + [0, kind.rawValue])
            state.update(secret)
            return state.finalize()
        } catch {
            preconditionFailure("BLAKE2b gives 16 bytes")
        }
    }
}
