import Sodium

/// A sealed text: sealed the same, opened again, and refused with a bit of its tag flipped.
struct EmbeddedAEAD: EmbeddedCase {
    enum Algorithm: String, Decodable, Sendable {
        case chaCha20Poly1305 = "ChaCha20-Poly1305"
        case xChaCha20Poly1305 = "XChaCha20-Poly1305"
    }

    let id: String
    let algorithm: Algorithm
    let key: VectorBytes
    let nonce: VectorBytes
    let associatedData: VectorBytes
    let plaintext: VectorBytes
    let sealed: VectorBytes

    func passes() throws -> Bool {
        let key = try AEADKey(aead, copying: key.bytes)
        let nonce = try AEADNonce(copying: nonce.bytes)
        guard try key.seal(plaintext.bytes, nonce: nonce, authenticating: associatedData.bytes) == sealed.bytes,
            try key.open(sealed.bytes, nonce: nonce, authenticating: associatedData.bytes) == plaintext.bytes
        else { return false }
        var forged = sealed.bytes
        forged[forged.count - 1] ^= 1
        return (try? key.open(forged, nonce: nonce, authenticating: associatedData.bytes)) == nil
    }

    private var aead: AEADAlgorithm {
        switch algorithm {
        case .chaCha20Poly1305: .chaCha20Poly1305
        case .xChaCha20Poly1305: .xChaCha20Poly1305
        }
    }
}
