package import TLSCodec

/// Why a credential, line certificate or hello is refused. The peer is told none of it.
package enum IdentityError: Error, Equatable, Sendable {
    /// The bytes aren't of this structure.
    case malformed(CodecError)
    /// Made by a newer client: show it as that, accept nothing of it.
    case unknownVersion
    /// The display name breaks a rule.
    case name(NameError)
    /// The signature isn't one of the key that should have signed.
    case badSignature
    /// The certified line key isn't the one that this handshake proved: somebody else's hello.
    case otherLineKey
    /// The line certificate is of another device than the credential.
    case otherDevice
    /// The line certificate names another identity than the credential.
    case otherIdentity
}
