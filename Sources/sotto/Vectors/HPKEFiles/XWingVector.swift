import HPKE

/// `xwing.json`: a key pair of X-Wing, and a secret sent to it. The sender's `eseed` isn't asked for: our encapsulation
/// draws its own.
struct XWingVector: ListedVector {
    static let suiteName = "hpke-xwing"
    static let field = "eseed"

    let seed, ss, sk, pk, ct: VectorBytes

    func passes() throws -> Bool {
        let key = try KEMSecretKey(.xWing, copying: seed.bytes.span)
        return try sk.bytes == seed.bytes && key.publicKey.bytes == pk.bytes
            && ss.equals(KEM.xWing.decapsulate(ct.bytes.span, with: key))
    }
}
