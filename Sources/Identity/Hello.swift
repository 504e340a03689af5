import Sodium
import TLSCodec

/// Who stands at the other end of a line: a credential and a line certificate that belong together.
///
/// One that was received is signed and bound to the handshake in which it came (``BoundHello/verified(remembering:)``).
package struct Hello: Sendable, Hashable {
    package let credential: Credential
    package let certificate: LineCertificate
    package let hash: HelloHash

    fileprivate init(credential: Credential, certificate: LineCertificate, hash: HelloHash) {
        self.credential = credential
        self.certificate = certificate
        self.hash = hash
    }

    /// One's own, to be sent.
    ///
    /// - Throws: ``IdentityError/otherDevice`` or ``IdentityError/otherIdentity`` if the two don't belong together.
    package init(credential: Credential, certificate: LineCertificate) throws(IdentityError) {
        guard certificate.deviceKey.isSame(as: credential.deviceKey) else { throw .otherDevice }
        guard certificate.identityKey.isSame(as: credential.identityKey) else { throw .otherIdentity }
        let encoded = Self.encoded(credential, certificate)
        self.init(credential: credential, certificate: certificate, hash: HelloHash(of: encoded))
    }

    /// The bytes for message 3 of the handshake.
    package var encoded: [UInt8] { Self.encoded(credential, certificate) }

    private static func encoded(_ credential: Credential, _ certificate: LineCertificate) -> [UInt8] {
        do throws(CodecError) {
            return try HelloBody(credential: credential, certificate: certificate).encoded()
        } catch {
            preconditionFailure("a credential and a certificate are shorter than 64 KiB")
        }
    }
}

extension BoundHello {
    /// Checks both signatures, unless `earlier` is this same hello, verified before on this line key.
    ///
    /// - Throws: ``IdentityError/badSignature``.
    package consuming func verified(remembering earlier: Hello? = nil) throws(IdentityError) -> Hello {
        if let earlier, isSame(as: earlier) { return earlier }
        return Hello(credential: try credential.verified(), certificate: try certificate.verified(), hash: hash)
    }

    private func isSame(as earlier: Hello) -> Bool {
        let isSameHash = ConstantTime.areEqual(hash.bytes, earlier.hash.bytes)
        return isSameHash && lineKey.isSame(as: earlier.certificate.lineKey)
    }
}
