/// What the application says about credentials: RFC 9420's Authentication Service (§5.3.1). The library itself only
/// knows bytes.
///
/// All members must decide alike, or the group falls apart: let nothing enter that only one of them knows, like a
/// clock, a contact list or a network.
public struct CredentialPolicy: Sendable {
    /// Whether a credential truly belongs to a signature key. Asked for every leaf that comes in, by whatever door.
    public var isValid: @Sendable (Credential, SignaturePublicKey) -> Bool
    /// Whether a leaf's old credential may be replaced by a new one. Only asked when they differ.
    public var isSuccessor: @Sendable (_ old: Credential, _ new: Credential) -> Bool
    /// Whether two credentials name one client, in a group and in the one that was branched from it or follows it.
    public var isSameClient: @Sendable (Credential, Credential) -> Bool

    /// Credentials are taken as they are, never replaced by others, and name one client if they are equal.
    ///
    /// - Parameters:
    ///   - isValid: what checks a credential against its signature key. Without one, anybody can claim any identity:
    ///     then the caller has to look at every member before trusting the group.
    ///   - isSuccessor: see ``isSuccessor``.
    ///   - isSameClient: see ``isSameClient``.
    public init(
        isValid: @escaping @Sendable (Credential, SignaturePublicKey) -> Bool = { _, _ in true },
        isSuccessor: @escaping @Sendable (_ old: Credential, _ new: Credential) -> Bool = { _, _ in false },
        isSameClient: @escaping @Sendable (Credential, Credential) -> Bool = { $0 == $1 }
    ) {
        self.isValid = isValid
        self.isSuccessor = isSuccessor
        self.isSameClient = isSameClient
    }
}
