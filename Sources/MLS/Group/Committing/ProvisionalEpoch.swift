import TLSCodec

/// The next epoch with a commit's proposals applied, and no path yet (RFC 9420 §12.3).
struct ProvisionalEpoch: Sendable {
    let list: ProposalList
    let extensions: Extensions
    let rules: LeafRules
    var tree: RatchetTree
    /// Who comes in, in the order of the Adds.
    private(set) var added: [LeafIndex] = []
    private(set) var updated: [MemberChange] = []
    private(set) var removed: [Member] = []

    /// Applies a list that was checked for what it says of its members.
    ///
    /// - Parameter now: the time that must lie in the lifetimes of those who come in; `nil` doesn't ask.
    init(
        applying list: ProposalList, to epoch: GroupEpoch, _ configuration: GroupConfiguration, now: UnixTime?
    ) throws(MLSError) {
        self.list = list
        extensions = list.extensions ?? epoch.extensions
        tree = epoch.tree
        if let extensions = list.extensions { try extensions.checkGroupExtensions(configuration.credentials) }
        rules = try LeafRules(
            epoch.suite, groupID: epoch.groupID, extensions: extensions, credentials: configuration.credentials,
            lifetimeSecondsMax: configuration.leafLifetimeSecondsMax, now: now)
        try update()
        try remove()
        try add()
    }

    private mutating func update() throws(MLSError) {
        for change in list.updates {
            let old = try tree.update(change.leaf, to: change.node)
            try rules.checkUpdate(change.node, of: old)
            updated.append(MemberChange(change.leaf, from: old, to: change.node))
        }
    }

    private mutating func remove() throws(MLSError) {
        for leaf in list.removes {
            removed.append(Member(leaf, try tree.remove(leaf)))
        }
    }

    private mutating func add() throws(MLSError) {
        for leaf in list.adds.lazy.map(\.leafNode) {
            try rules.check(leaf)
            guard tree.leaf(withSignatureKey: leaf.signatureKey) == nil else { throw .invalid(.addedNotMember) }
            added.append(try tree.add(leaf))
        }
    }

    /// What can be said only when all changes are in the tree, the committer's path included (RFC 9420 §7.3, §12.1.7,
    /// §13.4).
    ///
    /// - Parameter committer: where the committer's new leaf stands, if there is a path.
    func checkMembers(committer: LeafIndex?) throws(MLSError) {
        try tree.checkLeaves(added + updated.map(\.leafIndex) + (committer.map { [$0] } ?? []))
        guard list.extensions != nil else { return }
        guard tree.allMembers(satisfy: { $0.supports(all: rules.groupExtensions) }) else {
            throw .invalid(.groupExtensionsSupported)
        }
        guard tree.allMembers(satisfy: { $0.meet(rules.required) }) else { throw .invalid(.requiredCapabilitiesMet) }
    }
}

extension Extensions {
    /// Whether the RFC's own extensions of a group are what they should be, each once (RFC 9420 §13.4, §12.1.8.1).
    func checkGroupExtensions(_ credentials: CredentialPolicy) throws(MLSError) {
        guard !hasDuplicates else { throw .invalid(.groupExtensionsOnce) }
        _ = try codec { () throws(CodecError) in try requiredCapabilities() }
        let senders = try codec { () throws(CodecError) in try externalSenders() }
        for sender in senders?.list ?? [] {
            guard credentials.isValid(sender.credential, sender.signatureKey) else { throw .invalid(.credentialValid) }
        }
    }
}
