/// How proposals and commits travel.
public enum HandshakeFormat: Sendable, Hashable {
    /// Encrypted to the group (RFC 9420 §6.3): the default.
    case privateMessage
    /// Signed and readable (§6.2): for a delivery service that has to look into them.
    case publicMessage
}
