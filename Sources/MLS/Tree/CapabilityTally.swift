/// What the members of a tree can do and which credentials they show, counted: so that a new leaf is compared with what
/// differs among the members, not with each of them.
struct CapabilityTally: Sendable {
    private var members: [Capabilities: Int] = [:]
    private var credentials: [CredentialType: Int] = [:]

    mutating func add(_ leaf: LeafNode) {
        members[leaf.capabilities, default: 0] += 1
        credentials[leaf.credential.type, default: 0] += 1
    }

    mutating func remove(_ leaf: LeafNode) {
        CapabilityTally.decrement(&members[leaf.capabilities])
        CapabilityTally.decrement(&credentials[leaf.credential.type])
    }

    /// Whether every member's capabilities meet a condition.
    func allSatisfy(_ condition: (Capabilities) -> Bool) -> Bool { members.keys.allSatisfy(condition) }

    /// The types of the credentials in use.
    var credentialTypes: [CredentialType] { Array(credentials.keys) }

    private static func decrement(_ count: inout Int?) {
        guard let old = count else { return }
        count = old > 1 ? old - 1 : nil
    }
}
