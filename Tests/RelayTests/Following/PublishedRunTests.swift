import NIOCore
import Relay
import RelayProtocol
import RelaySupport
import Testing

struct PublishedRunTests {
    private let room = RoomID.numbered(1)

    private func published(
        _ number: UInt64, _ entry: Entry, branch: BranchNumber = .root, branches: RoomBranches = .root
    ) -> PublishedEntry {
        PublishedEntry(
            log: .room(room), number: EntryNumber(number), hash: entry.hash, parent: entry.header.parent,
            branch: branch, content: .entry(entry), branches: branches)
    }

    private func event(_ number: UInt64, _ entry: Entry) -> RelayEvent {
        .entry(EntryEvent(room: room, number: EntryNumber(number), entry: entry))
    }

    @Test func aRunIsItsEventsAsALineCarriesThem() {
        let entries = (2...4).map { Entry.message(1, [UInt8($0)]) }
        let runs = PublishedRun.runs(of: zip(2...4, entries).map { published($0, $1) })
        #expect(runs.count == 1)
        #expect(runs[0].first == EntryNumber(2) && runs[0].last == EntryNumber(4))
        #expect(runs[0].bytes.relayEvents == zip(2...4, entries).map { event($0, $1) })
    }

    @Test func runsAreCutAtTheBound() {
        let half = [UInt8](repeating: 1, count: SessionLimits.runBytesMax / 2 - 128)
        let bodies = [half, half, [1], [UInt8](repeating: 2, count: SessionLimits.runBytesMax * 3), [3], [4]]
        let entries = bodies.map { Entry.message(1, $0) }
        let runs = PublishedRun.runs(of: zip(2..., entries).map { published($0, $1) })
        #expect(runs.map(\.parts.count) == [3, 1, 2])
        for run in runs where run.parts.count > 1 {
            #expect(run.bytes.readableBytes <= SessionLimits.runBytesMax + 256)
        }
        #expect(runs.flatMap(\.bytes.relayEvents) == zip(2..., entries).map { event($0, $1) })
    }

    @Test func aRunHasNoGap() {
        let entry = Entry.message(1, [1])
        let runs = PublishedRun.runs(of: [published(2, entry), published(3, entry), published(5, entry)])
        #expect(runs.map(\.first.rawValue) == [2, 5])
    }

    @Test func whoReadsAPartGetsHashesOfTheRest() {
        let entries = [Entry.create(), .message(1, [2]), .commit(1, flags: .removes, body: [3]), .message(3, [4])]
        var branches = RoomBranches.root
        let next = branches.branch(ofCommitFor: EntryNumber(1), in: .root, isFirst: true, removes: true).number
        let places = [BranchNumber.root, .root, .root, next]
        let run = PublishedRun.runs(
            of: zip(1..., zip(entries, places)).map { published($0, $1.0, branch: $1.1, branches: branches) })[0]
        let (before, after) = (
            [Opening(number: EntryNumber(1), branch: .root)], [Opening(number: EntryNumber(3), branch: next)]
        )
        let withheld = { (number: UInt64) in
            RelayEvent.withheld(
                WithheldEvent(
                    room: room, number: EntryNumber(number), reason: .notReadable, hash: entries[Int(number) - 1].hash))
        }
        #expect(!run.isReadable(from: before) && !run.isReadable(from: after) && !run.isReadable(from: []))
        #expect(
            run.events(from: .first, openings: before).relayEvents
                == [withheld(1), event(2, entries[1]), event(3, entries[2]), withheld(4)])
        #expect(
            run.events(from: EntryNumber(2), openings: after).relayEvents
                == [withheld(2), withheld(3), event(4, entries[3])])
        #expect(
            run.events(from: .first, openings: before + after).relayEvents.dropFirst() == [
                event(2, entries[1]), event(3, entries[2]), event(4, entries[3]),
            ])
    }

    @Test func anInboxIsItsOwnersToRead() {
        let log = LogName.inbox(TestPerson(1).device)
        let item = PublishedEntry(
            log: log, number: .first, hash: .numbered(1), parent: .none, branch: .root, content: .item([1, 2]),
            branches: .root)
        let run = PublishedRun.runs(of: [item])[0]
        #expect(run.isReadable(from: []))
        #expect(run.bytes.relayEvents == [.inbox(InboxEvent(number: .first, item: [1, 2]))])
    }
}
