import CSodium

final class RawX25519: RawKEM {
    private var secretKey = [UInt8](repeating: 0, count: 32)
    private var publicKey = [UInt8](repeating: 0, count: 32)
    private var ephemeralKey = [UInt8](repeating: 0, count: 32)
    private var shared = [UInt8](repeating: 0, count: 32)

    init() {
        randombytes_buf(&secretKey, 32)
        crypto_scalarmult_base(&publicKey, secretKey)
    }

    func makeKeyPair() throws {
        randombytes_buf(&secretKey, 32)
        crypto_scalarmult_base(&publicKey, secretKey)
    }

    func encapsulate() throws {
        randombytes_buf(&secretKey, 32)
        crypto_scalarmult_base(&ephemeralKey, secretKey)
        try decapsulate()
    }

    func decapsulate() throws {
        guard crypto_scalarmult(&shared, secretKey, publicKey) == 0 else { throw BenchmarkError.doesNotOpen }
    }
}
