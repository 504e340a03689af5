import MLS
import Testing

/// A group with all its members at hand. Who commits merges at once, the others follow.
struct Party {
    var people: [Person]
    var groups: [Group]

    /// A group of `count`, founded by the first.
    init(
        _ count: Int, _ suite: CipherSuite = .x25519ChaCha20Poly1305, extensions: Extensions = [],
        supporting types: [ExtensionType] = [], configuration: GroupConfiguration = GroupConfiguration()
    ) throws {
        people = [Person("member 0", suite, extensions: types)]
        groups = [try people[0].group(extensions: extensions, configuration: configuration)]
        try invite(count - 1)
    }

    subscript(index: Int) -> Group {
        get { groups[index] }
        set { groups[index] = newValue }
    }

    /// Brings further people in, by a commit of the first.
    mutating func invite(_ count: Int, options: CommitOptions = CommitOptions()) throws {
        guard count > 0 else { return }
        let types = people[0].client.capabilities.extensions
        let guests = (0..<count).map { Person("member \(people.count + $0)", people[0].suite, extensions: types) }
        let bundles = try guests.map { try $0.bundle() }
        let commit = try self.commit(0, bundles.map { .add($0.keyPackage) }, options: options)
        let welcome = try #require(commit.welcome)
        for (guest, bundle) in zip(guests, bundles) {
            groups.append(try join(welcome, bundle))
            people.append(guest)
        }
    }

    func join(_ welcome: [UInt8], _ bundle: KeyPackageBundle, psks: PSKStore = .empty) throws -> Group {
        try Group(
            joining: welcome, with: bundle,
            options: JoinOptions(
                configuration: groups[0].configuration, tree: try groups[0].ratchetTree(), psks: psks))
    }

    /// Commits, lets all others follow who are still in, and checks that all agree.
    @discardableResult
    mutating func commit(
        _ committer: Int, _ changes: [ProposedChange] = [], options: CommitOptions = CommitOptions(),
        psks: PSKStore = .empty
    ) throws -> OutgoingCommit {
        let commit = try groups[committer].stageCommit(changes, options: options, now: Person.now, psks: psks)
        for index in groups.indices where index != committer {
            try groups[index].take(commit.message, psks: psks)
        }
        try groups[committer].merge(commit.staged)
        expectAgreement()
        return commit
    }

    /// Everybody else hears what one says.
    mutating func say(_ sender: Int, _ text: String) throws {
        let message = try groups[sender].seal(Array(text.utf8))
        for index in groups.indices where index != sender && groups[index].status == .active {
            let heard = try groups[index].hear(message)
            #expect(heard.content == Array(text.utf8))
            #expect(heard.sender.leafIndex == groups[sender].ownLeafIndex)
        }
    }

    /// One proposes, and everybody else keeps it.
    @discardableResult
    mutating func propose(_ sender: Int, _ change: ProposedChange) throws -> ProposalRef {
        let proposal = try groups[sender].propose(change, now: Person.now)
        for index in groups.indices where index != sender { try groups[index].keep(proposal.message) }
        return proposal.reference
    }

    func expectAgreement(_ place: SourceLocation = #_sourceLocation) {
        let active = groups.filter { $0.status != .removed }
        let authenticators = Set(active.map { try? $0.epochAuthenticator })
        #expect(authenticators.count <= 1, "members disagree", sourceLocation: place)
        #expect(Set(active.map(\.context)).count <= 1, sourceLocation: place)
    }
}

extension Group {
    /// Processes another's commit and merges it; those who were removed hear nothing.
    mutating func take(_ message: [UInt8], psks: PSKStore = .empty) throws {
        guard status == .active else { return }
        try merge(staged(message, psks: psks))
    }

    /// Processes a proposal and caches it.
    @discardableResult
    mutating func keep(_ message: [UInt8]) throws -> ReceivedProposal {
        let proposal = try proposed(message)
        try cache(proposal)
        return proposal
    }
}
