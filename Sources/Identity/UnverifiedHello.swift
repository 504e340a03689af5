import TLSCodec

/// What message 3 of the handshake carried: well formed, and nothing more. ``bound(to:)`` is the only way on.
package struct UnverifiedHello: Sendable {
    let credential: UnverifiedCredential
    let certificate: UnverifiedLineCertificate
    let hash: HelloHash

    /// - Throws: ``IdentityError/malformed(_:)`` (also for trailing bytes), ``IdentityError/unknownVersion`` or
    ///   ``IdentityError/name(_:)``.
    package init(_ bytes: Span<UInt8>) throws(IdentityError) {
        let body: HelloBody
        do throws(CodecError) {
            body = try HelloBody(decoding: bytes)
        } catch {
            throw .malformed(error)
        }
        credential = try UnverifiedCredential(body.credential)
        certificate = try UnverifiedLineCertificate(body.certificate)
        hash = HelloHash(of: [UInt8](copying: bytes))
    }

    package init(_ bytes: [UInt8]) throws(IdentityError) { try self.init(bytes.span) }
}
