/// A credential as somebody sent it: well formed, its name allowed, its signature not yet looked at.
///
/// It says nothing about itself until ``verified()`` has turned it into a ``Credential``.
package struct UnverifiedCredential: Sendable {
    let signed: Signed<CredentialBody>
    let name: DisplayName

    /// - Throws: ``IdentityError/unknownVersion``, ``IdentityError/malformed(_:)`` (also for trailing bytes) or
    ///   ``IdentityError/name(_:)``.
    package init(_ bytes: Span<UInt8>) throws(IdentityError) {
        signed = try Signed(decoding: bytes)
        do throws(NameError) {
            name = try DisplayName(utf8: signed.body.name)
        } catch {
            throw .name(error)
        }
    }

    package init(_ bytes: [UInt8]) throws(IdentityError) { try self.init(bytes.span) }
}
