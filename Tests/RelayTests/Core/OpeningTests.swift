import Relay
import RelayProtocol
import RelaySupport
import Testing

/// Whether two lines are in the room together, by what they have proven.
@Suite struct OpeningTests {
    private let ann = TestPerson(1)
    private let room = RoomID.numbered(1)

    private func opening(_ number: UInt64, in relay: TestRelay) throws -> Opening {
        let opening = try relay.storage.read { (snapshot) throws(StorageError) -> Opening? in
            guard let log = try snapshot.log(.room(room)),
                let epoch = try snapshot.epoch(EntryNumber(number), of: log.row)
            else { return nil }
            return try snapshot.opening(epoch, of: log.row)
        }
        return try #require(opening)
    }

    /// Creation 1; for it a commit that removes, 2, and one that disputes that, 3; then 4 behind 2, and 5 behind 3.
    @Test func aRemovalOrAnotherBranchParts() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        for entry in [
            Entry.commit(1, flags: .removes, body: [2]), .commit(1, flags: .disputes, body: [3]),
            .commit(2, body: [4]), .commit(3, body: [5]),
        ] {
            #expect(try relay.append(entry, to: room, by: ann).number != nil)
        }
        let openings = try (1...5).map { try opening($0, in: relay) }
        let together = openings.map { one in openings.filter(one.isBeside).map(\.number.rawValue) }
        #expect(together == [[1, 3, 5], [2, 4], [1, 3, 5], [2, 4], [1, 3, 5]])
        #expect(openings.latest == openings[4])
    }

    @Test func whoIsOnADisputedBranchIsNotBesideThoseWhoDispute() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        try relay.append(.commit(1, body: [2]), to: room, by: ann)
        try relay.append(.commit(1, flags: .disputes, body: [3]), to: room, by: ann)
        let (bogus, good) = (try opening(2, in: relay), try opening(3, in: relay))
        #expect(!bogus.isBeside(good) && !good.isBeside(bogus))
        #expect(good.isBeside(try opening(1, in: relay)))
    }

    /// Each dispute begins a branch on that of the one before.
    @Test func soManyDisputesAreRemembered() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        var parents: [UInt64] = [1]
        for dispute in 0...UInt64(SessionLimits.disputesPerOpeningMax) {
            let (parent, person) = (1 + 2 * dispute, TestPerson(UInt32(10 + dispute)))
            try relay.append(.commit(parent, body: [1]), to: room, by: ann)
            try relay.append(.commit(parent, flags: .disputes, body: [2]), to: room, by: person)
            parents.append(parent + 2)
        }
        let last = try opening(try #require(parents.last), in: relay)
        #expect(last.disputed.count == SessionLimits.disputesPerOpeningMax)
        #expect(try last.isBeside(opening(parents[1], in: relay)))
        #expect(try !last.isBeside(opening(parents[0], in: relay)))
    }
}
