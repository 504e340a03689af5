package import HPKE

extension HPKEPublicKey {
    package init(_ key: KEMPublicKey) { self.init(key.bytes) }

    /// The key of the suite's KEM that these bytes are.
    ///
    /// - Throws: ``ValidationRule/encryptionKeyForm`` for bytes that are none.
    package func kemKey(of suite: CipherSuite) throws(MLSError) -> KEMPublicKey {
        do throws(HPKEError) { return try KEMPublicKey(suite.hpke.kem, bytes) } catch {
            throw .invalid(.encryptionKeyForm)
        }
    }
}
