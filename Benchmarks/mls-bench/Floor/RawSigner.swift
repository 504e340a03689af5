import CSodium

/// A key with its signature over a message: one of many, for a verification is quicker when the processor has foreseen
/// its branches, which it learns from doing the same one again and again.
struct RawSigner {
    private static let signatureByteCount = 64

    private var publicKey = [UInt8](repeating: 0, count: 32)
    private var secretKey = [UInt8](repeating: 0, count: 64)
    private var signature = [UInt8](repeating: 0, count: Self.signatureByteCount)

    init() { crypto_sign_keypair(&publicKey, &secretKey) }

    mutating func sign(_ message: [UInt8], _ byteCount: Int) {
        crypto_sign_detached(&signature, nil, message, UInt64(byteCount), secretKey)
    }

    func verify(_ message: [UInt8], _ byteCount: Int) throws {
        guard crypto_sign_verify_detached(signature, message, UInt64(byteCount), publicKey) == 0 else {
            throw BenchmarkError.doesNotVerify
        }
    }
}
