import Chat
import Identity
import MLS
import RelayProtocol
import Testing

/// A28: who comes by a link, and who doesn't.
struct LinkJoiningTests {
    let ann: TestPerson
    let bob: TestPerson
    let eve: TestPerson
    let secret = LinkSecret()
    var room: TestRoom

    /// Ann has made a link for two.
    init() throws {
        (ann, bob, eve) = (try TestPerson("Ann"), try TestPerson("Bob"), try TestPerson("Eve"))
        room = try TestRoom(ann)
        let link = RoomLink.made(by: ann, secret, uses: 2)
        try room.commit(by: ann, []) { $0.links = [link] }
    }

    private func join(_ person: TestPerson, by secret: LinkSecret? = nil) throws -> ExternalJoin {
        let shown = try room.shown()
        return try LinkJoining.join(
            shown, try RoomState(shown, room.credentials), by: secret ?? self.secret, as: person.client,
            knowing: TestRoom.start)
    }

    @Test mutating func whoHoldsALinkComesIn() throws {
        try room.join(try join(bob))
        try room.join(try join(eve))
        #expect(try room.state.identities == [ann.key, bob.key, eve.key])
        #expect(try room.state.members.map { $0.mark?.use } == [nil, 1, 2])
    }

    @Test mutating func aLinkIsUsedAsOftenAsItMay() throws {
        try room.join(try join(bob))
        try room.join(try join(eve))
        #expect(throws: LinkJoiningError.usedUp) { try join(try TestPerson("Dan")) }
    }

    @Test mutating func anEndedLinkLeadsNowhere() throws {
        try room.commit(by: ann, []) { $0.links = [] }
        #expect(throws: LinkJoiningError.ended) { try join(bob) }
        #expect(throws: LinkJoiningError.ended) { try join(bob, by: LinkSecret()) }
    }

    @Test mutating func aBannedIdentityIsStoppedByEveryMember() throws {
        let eve = eve
        try room.commit(by: ann, []) { $0.bans = [eve.key] }
        #expect(throws: LinkJoiningError.banned) { try join(eve) }
        let forged = try room.forgedJoin(eve, by: secret, use: 1)
        #expect(throws: RoomViolation.banned) { try room.join(forged) }
    }

    @Test(arguments: [UInt32(2), 3, .max]) mutating func aUseThatIsNotTheNextIsRefused(use: UInt32) throws {
        let forged = try room.forgedJoin(bob, by: secret, use: use)
        #expect(throws: RoomViolation.joining) { try room.join(forged) }
    }

    @Test mutating func aUseIsNotUsedTwice() throws {
        try room.join(try join(bob))
        let forged = try room.forgedJoin(eve, by: secret, use: 1)
        #expect(throws: RoomViolation.joining) { try room.join(forged) }
    }

    @Test mutating func anotherEpochsMarkIsRefused() throws {
        let forged = try room.forgedJoin(bob, by: secret, use: 1, epoch: Epoch(rawValue: 0))
        #expect(throws: RoomViolation.joining) { try room.join(forged) }
    }

    @Test mutating func anotherLeafsMarkIsRefused() throws {
        let forged = try room.forgedJoin(bob, by: secret, use: 1, markedFor: eve)
        #expect(throws: RoomViolation.joining) { try room.join(forged) }
    }

    @Test mutating func noMarkIsNoWayIn() throws {
        let join = try Group.joinByExternalCommit(to: try room.shown(), as: bob.client.client)
        #expect(throws: RoomViolation.joining) { try room.join(join) }
    }

    @Test mutating func aMarkedLeafGoesOnlyOnceItsUseIsCounted() throws {
        try room.join(try join(bob))
        let (ann, bob, leaf) = (ann, bob, try room.leaf(of: bob))
        let again = try bob.keyPackage()
        #expect(throws: RoomViolation.uncountedMark) {
            try room.commit(by: ann, [.remove(leaf), .add(again.keyPackage)])
        }
        try room.commit(
            by: ann, [.remove(leaf), .add(again.keyPackage)],
            settings: { settings in
                settings.links = settings.links.map { $0.counting(1) }
            }, joining: [again])
        #expect(try room.state.members.map { $0.mark?.use } == [nil, nil])
    }

    @Test(arguments: [UInt32(0), 2]) mutating func usesAreCountedAsMarked(count: UInt32) throws {
        try room.join(try join(bob))
        try room.commit(by: bob, []) { $0.links = $0.links.map { $0.counting(1) } }
        let ann = ann
        #expect(throws: RoomViolation.useCount) {
            try room.commit(by: ann, []) { $0.links = $0.links.map { $0.counting(count) } }
        }
    }

    @Test mutating func aMemberMakesAndEndsNoLink() throws {
        try room.join(try join(bob))
        let bob = bob
        #expect(throws: RoomViolation.link) { try room.commit(by: bob, []) { $0.links.append(.made(by: bob)) } }
        #expect(throws: RoomViolation.link) { try room.commit(by: bob, []) { $0.links = [] } }
    }

    @Test mutating func anAdminMakesNoLinkInAnothersName() throws {
        try room.join(try join(bob))
        let (ann, bob) = (ann, bob)
        #expect(throws: RoomViolation.link) { try room.commit(by: ann, []) { $0.links.append(.made(by: bob)) } }
    }

    @Test mutating func anAdminChangesNoLinkThatIsThere() throws {
        let (ann, secret) = (ann, secret)
        #expect(throws: RoomViolation.link) {
            try room.commit(by: ann, []) { $0.links = [.made(by: ann, secret, uses: 100)] }
        }
    }

    @Test mutating func aLeafKeepsItsMark() throws {
        try room.join(try join(bob))
        try room.commit(by: bob, [])
        #expect(try room.state.members.map { $0.mark?.use } == [nil, 1])
        let place = try room.place(of: bob)
        let out = try room.groups[place].stageCommit(
            options: CommitOptions(client: bob.client.client), now: TestRoom.now)
        guard case .commit(let staged) = try room.groups[0].process(out.message) else { throw TestFailure.noCommit }
        #expect(throws: RoomViolation.mark) {
            try RoomPolicy.check(staged, in: try room.state, room.credentials)
        }
    }
}
