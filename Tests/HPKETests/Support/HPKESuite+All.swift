import HPKE

extension HPKESuite {
    static let all = KEM.allCases.flatMap { kem in
        AEAD.allCases.map { aead in HPKESuite(kem: kem, kdf: .hkdfSHA256, aead: aead) }
    }

    static let classical = HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .chaCha20Poly1305)
}
