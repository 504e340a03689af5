package import HPKE

extension HPKEPublicKey {
    package init(_ key: KEMPublicKey) { self.init(key.bytes) }

    /// The key of the suite's KEM that these bytes are.
    ///
    /// - Throws: what the KEM says of bytes that are none.
    package func kemKey(of suite: CipherSuite) throws(HPKEError) -> KEMPublicKey {
        try KEMPublicKey(suite.hpke.kem, bytes)
    }
}
