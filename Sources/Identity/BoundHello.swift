/// A hello whose three keys agree with each other and with this handshake; its signatures aren't yet known to be good.
///
/// ``UnverifiedHello/bound(to:)`` alone makes one, and a ``Hello`` received comes only from here, so no memory of
/// earlier logins can skip the comparison: credential and certificate are public, and without it every relay's owner
/// could log in as its users (docs/protocol.md).
package struct BoundHello: Sendable {
    let credential: UnverifiedCredential
    let certificate: UnverifiedLineCertificate
    /// The handshake's remote static key, which the certificate names too.
    package let lineKey: LineKey
    package let hash: HelloHash

    fileprivate init(_ hello: UnverifiedHello, lineKey: LineKey) {
        credential = hello.credential
        certificate = hello.certificate
        hash = hello.hash
        self.lineKey = lineKey
    }
}

extension UnverifiedHello {
    /// Compares the certified line key with `lineKey`, the remote static key that this very handshake proved, and the
    /// certificate's device and identity with the credential's.
    ///
    /// - Throws: ``IdentityError/otherLineKey``, ``IdentityError/otherDevice`` or ``IdentityError/otherIdentity``.
    package consuming func bound(to lineKey: LineKey) throws(IdentityError) -> BoundHello {
        let (certificate, credential) = (certificate.signed.body, credential.signed.body)
        guard certificate.lineKey.isSame(as: lineKey) else { throw .otherLineKey }
        guard certificate.deviceKey.isSame(as: credential.deviceKey) else { throw .otherDevice }
        guard certificate.identityKey.isSame(as: credential.identityKey) else { throw .otherIdentity }
        return BoundHello(self, lineKey: lineKey)
    }
}
