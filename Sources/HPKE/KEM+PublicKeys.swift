extension KEM {
    /// Whether anybody can be sealed to with these bytes. Whoever takes in a key for others to seal to asks first: one
    /// that seals nothing stops everybody who has to, long after the one who brought it.
    ///
    /// The length fits; an X25519 point isn't of low order, where every shared secret is zero (RFC 7748 §6.1); an ML-KEM
    /// key is reduced (FIPS 203 §7.2).
    package func canSeal(to publicKey: [UInt8]) -> Bool {
        guard publicKey.count == publicKeyByteCount else { return false }
        switch self {
        case .x25519: return !LowOrderPoints.contain(publicKey[...])
        case .xWing:
            let count = Self.mlkemKeyByteCount
            return publicKey.prefix(count - 32).isReduced && !LowOrderPoints.contain(publicKey[count...])
        }
    }

    /// ML-KEM-768: 768 coefficients of 12 bits and a seed. X25519's key follows (draft-connolly-cfrg-xwing-kem §5.3).
    private static let mlkemKeyByteCount = 1_184
}

extension ArraySlice<UInt8> {
    /// Whether all 12-bit coefficients are below ML-KEM's modulus.
    fileprivate var isReduced: Bool {
        for place in stride(from: startIndex, to: endIndex, by: 3) {
            let first = UInt16(self[place]) | UInt16(self[place + 1] & 0x0F) << 8
            let second = UInt16(self[place + 1]) >> 4 | UInt16(self[place + 2]) << 4
            guard first < 3_329, second < 3_329 else { return false }
        }
        return true
    }
}
