import Sodium

/// A key from a passphrase.
struct EmbeddedArgon2id: EmbeddedCase {
    let id: String
    let passphrase: VectorBytes
    let salt: VectorBytes
    let passCount: UInt64
    let memoryByteCount: Int
    let output: VectorBytes

    func passes() throws -> Bool {
        let argon2id = try Argon2id(passes: passCount, memoryByteCount: memoryByteCount)
        let key = try argon2id.derive(
            from: passphrase.bytes.span, salt: salt.bytes.span, byteCount: output.bytes.count)
        return key.copiedForVectors() == output.bytes
    }
}
