import Chat
import Identity
import MLS
import Testing

/// Who may change what: each rule of PROTOCOL.md §4's table, allowed and refused, judged by every member alike.
struct RoomPolicyTests {
    let ann: TestPerson
    let bob: TestPerson
    let eve: TestPerson
    var room: TestRoom

    /// Ann is admin; Bob and Eve aren't.
    init() throws {
        (ann, bob, eve) = (try TestPerson("Ann"), try TestPerson("Bob"), try TestPerson("Eve"))
        room = try TestRoom(ann)
        try room.add(bob, by: ann)
        try room.add(eve, by: ann)
    }

    @Test mutating func anAdminAddsAndAMemberDoesNot() throws {
        let (cat, dan) = (try TestPerson("Cat"), try TestPerson("Dan"))
        try room.add(cat, by: ann)
        #expect(try room.state.identities.contains(cat.key))
        #expect(throws: RoomViolation.add) { try room.add(dan, by: bob) }
    }

    @Test mutating func membersAddWhereTheRoomSaysSo() throws {
        let cat = try TestPerson("Cat")
        try room.commit(by: ann, []) { $0.flags = .membersInvite }
        try room.add(cat, by: bob)
        #expect(try room.state.identities.contains(cat.key))
    }

    @Test mutating func aMemberRemovesNobody() throws {
        let leaf = try room.leaf(of: eve)
        #expect(throws: RoomViolation.remove) { try room.commit(by: bob, [.remove(leaf)]) }
    }

    @Test mutating func anAdminsRemovalBansAndEndsLinks() throws {
        let leaf = try room.leaf(of: eve)
        let (ann, eve) = (ann, eve)
        #expect(throws: RoomViolation.removalLeavesDoor) { try room.commit(by: ann, [.remove(leaf)]) }
        try room.commit(by: ann, []) { $0.links = [.made(by: ann)] }
        #expect(throws: RoomViolation.removalLeavesDoor) {
            try room.commit(by: ann, [.remove(leaf)]) { $0.bans = [eve.key] }
        }
        try room.commit(by: ann, [.remove(leaf)]) { ($0.bans, $0.links) = ([eve.key], []) }
        #expect(try !room.state.identities.contains(eve.key))
        #expect(throws: RoomViolation.banned) { try room.add(eve, by: ann) }
        try room.commit(by: ann, [.add(try eve.keyPackage().keyPackage)]) { $0.bans = [] }
    }

    @Test mutating func oneDeviceOfAPersonIsRemovedWithoutABan() throws {
        let second = try TestPerson("Eve's other", identity: eve.identity)
        try room.add(second, by: ann)
        try room.commit(by: ann, [.remove(try room.leaf(of: second))])
        #expect(try room.state.identities.contains(eve.key))
    }

    @Test mutating func aMemberAddsADeviceAgainThatItRemoves() throws {
        let leaf = try room.leaf(of: eve)
        try room.commit(by: bob, [.remove(leaf), .add(try eve.keyPackage().keyPackage)])
        #expect(try room.state.identities.contains(eve.key))
    }

    @Test mutating func aMemberDoesNotPutAnotherDeviceInTheRemovedOnesPlace() throws {
        let leaf = try room.leaf(of: eve)
        let other = try TestPerson("Eve", identity: eve.identity)
        #expect(throws: RoomViolation.remove) {
            try room.commit(by: bob, [.remove(leaf), .add(try other.keyPackage().keyPackage)])
        }
    }

    @Test mutating func whoeverLeavesIsTakenOutByAnybody() throws {
        let (leaver, place) = (try room.place(of: eve), try room.place(of: bob))
        let proposal = try room.groups[leaver].propose(
            .remove(room.groups[leaver].ownLeafIndex), now: TestRoom.now)
        for index in room.groups.indices where index != leaver {
            guard case .proposal(let received) = try room.groups[index].process(proposal.message) else {
                throw TestFailure.noCommit
            }
            try room.groups[index].cache(received)
        }
        #expect(place != leaver)
        try room.commit(by: bob, [])
        #expect(try !room.state.identities.contains(eve.key))
    }

    @Test mutating func nobodyCommitsWhatAnotherAskedForBeyondLeaving() throws {
        let (asker, leaf) = (try room.place(of: bob), try room.leaf(of: eve))
        let proposal = try room.groups[asker].propose(.remove(leaf), now: TestRoom.now)
        for index in room.groups.indices where index != asker {
            guard case .proposal(let received) = try room.groups[index].process(proposal.message) else {
                throw TestFailure.noCommit
            }
            try room.groups[index].cache(received)
        }
        let ann = ann
        #expect(throws: RoomViolation.reference) { try room.commit(by: ann, []) }
    }

    @Test mutating func nobodyUpdatesByProposal() throws {
        let asker = try room.place(of: bob)
        let proposal = try room.groups[asker].propose(.update(), now: TestRoom.now)
        for index in room.groups.indices where index != asker {
            guard case .proposal(let received) = try room.groups[index].process(proposal.message) else {
                throw TestFailure.noCommit
            }
            try room.groups[index].cache(received)
        }
        let ann = ann
        #expect(throws: RoomViolation.proposal) { try room.commit(by: ann, []) }
    }

    @Test mutating func anybodyRenewsTheirKeysAndNobodyEndsTheRoom() throws {
        try room.commit(by: eve, [])
        #expect(throws: RoomViolation.proposal) {
            try room.commit(
                by: ann,
                [.reInit(groupID: GroupID([1]), cipherSuite: TestRoom.suite, extensions: room.groups[0].extensions)])
        }
    }

    static let settings: [(String, @Sendable (inout RoomSettings, TestPerson) throws -> Void)] = [
        ("name", { settings, _ in settings.name = RoomName(try DisplayName("Mine")) }),
        ("flags", { settings, _ in settings.flags = .membersInvite }),
        ("timer", { settings, _ in settings.timerSeconds = 60 }),
        ("admins", { settings, author in settings.admins.append(author.key) }),
        ("bans", { settings, _ in settings.bans.append(try TestPerson("Dan").key) }),
    ]

    @Test(arguments: settings.map(\.0)) mutating func onlyAnAdminSets(field: String) throws {
        let set = try #require(Self.settings.first { $0.0 == field }).1
        let (ann, bob) = (ann, bob)
        #expect(throws: RoomViolation.setting) { try room.commit(by: bob, []) { try? set(&$0, bob) } }
        try room.commit(by: ann, []) { try? set(&$0, bob) }
    }

    @Test mutating func nobodyMovesARoomToAnotherRelay() throws {
        let ann = ann
        let other = RelayKey([UInt8](repeating: 1, count: 32))!
        #expect(throws: RoomViolation.setting) {
            try room.commit(by: ann, []) { settings in
                settings = RoomSettings(relay: other, kind: settings.kind, name: settings.name, admins: settings.admins)
            }
        }
    }

    /// A rename that slips something in is refused whole (A28).
    @Test mutating func noOtherExtensionComesAlong() throws {
        let settings = try room.state.settings
        let slipped = Extensions(
            try TestRoom.extensions(settings).list + [.externalSenders([])])
        #expect(throws: RoomViolation.extensions) { try room.commit(by: ann, [.extensions(slipped)]) }
    }

    @Test mutating func whereNoAdminIsLeftTheFirstLeafIsOne() throws {
        let ann = ann
        try room.commit(by: ann, []) { $0.admins = [] }
        #expect(try room.state.admins == [ann.key])
        try room.commit(by: bob, [])
        let cat = try TestPerson("Cat")
        #expect(throws: RoomViolation.add) { try room.add(cat, by: bob) }
        try room.add(cat, by: ann)
    }

    @Test mutating func aLeafKeepsDeviceAndIdentity() throws {
        let place = try room.place(of: bob)
        let renamed = try bob.renamed("Robert", serial: 2)
        let out = try room.groups[place].stageCommit(
            options: CommitOptions(client: renamed.client.client), now: TestRoom.now)
        let other = try room.place(of: ann)
        guard case .commit(let staged) = try room.groups[other].process(out.message) else { throw TestFailure.noCommit }
        _ = try RoomPolicy.check(staged, in: try room.state, room.credentials)
        let older = try bob.renamed("Bobby", serial: 0)
        #expect(throws: MLSError.invalid(.credentialSuccessor)) {
            try room.groups[place].stageCommit(options: CommitOptions(client: older.client.client), now: TestRoom.now)
        }
    }
}
