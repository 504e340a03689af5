/// Which credential types the members of a tree show, and how many of them support each: so that a leaf which comes in
/// is compared with two numbers, not with every member (RFC 9420 §7.3).
struct CredentialTally: Sendable {
    private var memberCount = 0
    private var inUse: [CredentialType: Int] = [:]
    private var supported: [CredentialType: Int] = [:]

    /// The types that a credential can be of here.
    private static let types: [CredentialType] = [.basic, .x509]

    mutating func add(_ leaf: LeafNode) { count(leaf, by: 1) }

    mutating func remove(_ leaf: LeafNode) { count(leaf, by: -1) }

    var typesInUse: [CredentialType] { Self.types.filter { inUse[$0, default: 0] > 0 } }

    func isSupportedByAll(_ type: CredentialType) -> Bool { supported[type, default: 0] == memberCount }

    private mutating func count(_ leaf: LeafNode, by step: Int) {
        memberCount += step
        inUse[leaf.credential.type, default: 0] += step
        for type in Self.types where leaf.capabilities.credentials.contains(type) {
            supported[type, default: 0] += step
        }
    }
}
