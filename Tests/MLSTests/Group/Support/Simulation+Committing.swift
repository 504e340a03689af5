import MLS
import Testing

extension Simulation {
    /// One step to the next epoch.
    mutating func step() throws {
        switch Int.random(in: 0..<100, using: &random) {
        case ..<15 where residents.count < Self.peopleMax: try joinByExternalCommit(replacing: nil)
        case 15..<20 where residents.count > 1: try joinByExternalCommit(replacing: somebody())
        default: try commitSomething()
        }
        try expectAgreement()
    }

    /// Proposals of some, and a commit of one that covers them and more.
    private mutating func commitSomething() throws {
        let committer = somebody()
        var removed: Set<Int> = [committer]
        var changes: [ProposedChange] = []
        for _ in 0..<Int.random(in: 0...3, using: &random) { try propose(avoiding: &removed) }
        let room = Self.peopleMax - residents.count
        for _ in 0..<min(room, Int.random(in: 0...3, using: &random)) { changes.append(try invitation()) }
        if chance(20), let target = residents.indices.filter({ !removed.contains($0) }).randomElement(using: &random) {
            removed.insert(target)
            changes.append(.remove(residents[target].group.ownLeafIndex))
        }
        if chance(15) { changes.append(.externalPSK(id: [chance(50) ? 1 : 2])) }
        try commit(by: committer, changes)
    }

    /// Somebody proposes, everybody keeps it.
    private mutating func propose(avoiding removed: inout Set<Int>) throws {
        let proposer = somebody()
        var change = ProposedChange.update()
        if chance(30), let target = residents.indices.filter({ !removed.contains($0) }).randomElement(using: &random) {
            removed.insert(target)
            change = .remove(residents[target].group.ownLeafIndex)
        }
        let proposal = try residents[proposer].group.propose(change, now: Person.now, random: source)
        for index in residents.indices where index != proposer { try residents[index].group.keep(proposal.message) }
    }

    /// The key package of somebody new. Who it is stands in ``guests`` until the commit is merged.
    mutating func invitation() throws -> ProposedChange {
        let person = newPerson()
        let bundle = try person.bundle(random: source)
        guests.append((person, bundle))
        return .add(bundle.keyPackage)
    }

    mutating func commit(by committer: Int, _ changes: [ProposedChange]) throws {
        let hasTree = chance(50)
        let commit = try residents[committer].group.stageCommit(
            changes, options: CommitOptions(forcesPath: chance(50), hasTreeInWelcome: hasTree), now: Person.now,
            psks: Self.psks, random: source)
        for index in residents.indices where index != committer {
            try residents[index].group.take(commit.message, psks: Self.psks)
        }
        guard case .ownCommit(commit.staged.reference) = try residents[committer].group.process(commit.message) else {
            throw UnexpectedMessage()
        }
        try residents[committer].group.merge(commit.staged)
        let tree = try residents[committer].group.ratchetTree()
        try dismissTheRemoved()
        for (person, bundle) in guests {
            let options = JoinOptions(
                configuration: configuration(), tree: hasTree ? nil : tree, psks: Self.psks, now: Person.now)
            let group = try Group(joining: try #require(commit.welcome), with: bundle, options: options)
            residents.append(Resident(person: person, group: group))
        }
        guests = []
        commits += 1
    }

    mutating func joinByExternalCommit(replacing old: Int?) throws {
        let person = old.map { residents[$0].person } ?? newPerson()
        let view = somebody()
        let options = ExternalJoinOptions(
            joining: JoinOptions(configuration: configuration(), psks: Self.psks, now: Person.now),
            replacing: old.map { residents[$0].group.ownLeafIndex },
            pskNames: chance(20) ? [.external(id: [1])] : [])
        let join = try Group.joinByExternalCommit(
            try residents[view].group.groupInfo(), as: person.client, options: options, random: source)
        for index in residents.indices { try residents[index].group.take(join.message, psks: Self.psks) }
        try dismissTheRemoved()
        residents.append(Resident(person: person, group: join.group))
        commits += 1
    }

    /// Those who aren't members any more read what is theirs, and nothing that comes after.
    private mutating func dismissTheRemoved() throws {
        for index in residents.indices.reversed() where residents[index].group.status == .removed {
            try readEverything(index)
            var gone = residents.remove(at: index)
            guard var speaker = residents.map(\.group).first(where: { $0.status == .active }) else { continue }
            let message = try speaker.seal([1], random: source)
            #expect(throws: MLSError.removed) { try gone.group.process(message) }
        }
    }

    /// Somebody stages a commit that loses its race.
    mutating func wasteACommit() throws {
        _ = try residents[somebody()].group.stageCommit(now: Person.now, random: source)
    }

    /// Somebody's program ends and begins anew from what was stored.
    mutating func restartSomebody() throws {
        let index = somebody()
        let group = residents[index].group
        residents[index].group = try StoredGroup(group).restored(group.configuration)
    }

    func expectAgreement() throws {
        let groups = residents.map(\.group)
        #expect(try Set(groups.map { try $0.epochAuthenticator }).count == 1)
        #expect(Set(groups.map(\.context)).count == 1)
        #expect(groups[0].memberCount == residents.count)
    }
}
