/// A line certificate as somebody sent it: well formed, its signature not yet looked at.
package struct UnverifiedLineCertificate: Sendable {
    let signed: Signed<LineCertificateBody>

    /// - Throws: ``IdentityError/unknownVersion`` or ``IdentityError/malformed(_:)`` (also for trailing bytes).
    package init(_ bytes: Span<UInt8>) throws(IdentityError) {
        signed = try Signed(decoding: bytes)
    }

    package init(_ bytes: [UInt8]) throws(IdentityError) { try self.init(bytes.span) }
}
