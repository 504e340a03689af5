extension KeyPackage {
    /// The name by which a Welcome calls the package (MakeKeyPackageRef, RFC 9420 §5.2). Hashed each time it is asked for.
    ///
    /// - Throws: ``MLSError/unsupported`` for a cipher suite that this library doesn't have.
    public var reference: KeyPackageRef {
        get throws(MLSError) {
            guard let suite = CipherSuite(rawValue: cipherSuite) else { throw .unsupported }
            let bytes = try bytes()
            return KeyPackageRef(suite.refHash("MLS 1.0 KeyPackage Reference", bytes.span))
        }
    }
}
