public import Sodium

extension KeyPackageBundle {
    /// Opens what ``HPKEPublicKey/seal(_:info:authenticating:for:random:)`` sealed to the package's init key. Who did that
    /// it doesn't say, and the bundle isn't used up by it; once it has been dropped, nothing that was sealed to it opens.
    ///
    /// - Throws: ``MLSError/doesNotOpen`` for another key, info or associated data, ``MLSError/malformed(_:)``,
    ///   ``MLSError/reservedInfo``.
    public func open(
        _ sealed: [UInt8], info: [UInt8], authenticating associatedData: [UInt8] = []
    ) throws(MLSError) -> Secret {
        try cipherSuite.open(sealed, with: initKey, info: ApplicationInfo(info), authenticating: associatedData)
    }

    /// Opens what ``HPKEPublicKey/seal(_:label:context:for:random:)`` sealed to the package's init key.
    ///
    /// - Throws: ``MLSError/doesNotOpen`` for another key, label or context, ``MLSError/malformed(_:)``,
    ///   ``MLSError/reservedInfo``.
    public func open(_ sealed: [UInt8], label: String, context: [UInt8]) throws(MLSError) -> Secret {
        try cipherSuite.open(sealed, with: initKey, info: ApplicationInfo(label: label, context: context))
    }
}
