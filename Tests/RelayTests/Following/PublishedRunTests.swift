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
            number: EntryNumber(number), hash: entry.hash, parent: entry.header.parent, branch: branch,
            content: .entry(room, header: entry.header.bytes ?? [], body: entry.body), branches: branches)
    }

    private func event(_ number: UInt64, _ entry: Entry) -> RelayEvent {
        .entries(EntriesEvent(room: room, number: EntryNumber(number), entry: entry))
    }

    @Test func aRunIsItsEventsAsALineCarriesThem() {
        let entries = (2...4).map { Entry.message(1, [UInt8($0)]) }
        let runs = PublishedRun.runs(of: zip(2...4, entries).map { published($0, $1) })
        #expect(runs.count == 1)
        #expect(runs[0].first == EntryNumber(2) && runs[0].last == EntryNumber(4))
        #expect(runs[0].bytes.relayEvents == zip(2...4, entries).map { event($0, $1) })
    }

    /// The room's id and a message's framing are said once for all of them.
    @Test func entriesThatFollowEachOtherShareAnEvent() throws {
        let entries = [10, 10, 3, 10].map { Entry.message($0, [UInt8($0)]) }
        let run = PublishedRun.runs(of: zip(12...15, entries).map { published($0, $1) })[0]
        #expect(run.bytes == (try line([shared(12, entries)])))
        // Who doesn't read one in between gets what stands on each side of it.
        let withheld = WithheldEvent(
            room: room, number: EntryNumber(14), reason: .notReadable, hash: entries[2].hash)
        #expect(
            run.events(from: EntryNumber(12), openings: [Opening(number: EntryNumber(10), branch: .root)])
                == (try line([shared(12, Array(entries[..<2])), .withheld(withheld), event(15, entries[3])])))
    }

    private func shared(_ first: UInt64, _ entries: [Entry]) throws -> RelayEvent {
        .entries(try #require(EntriesEvent(room: room, first: EntryNumber(first), entries: entries)))
    }

    private func line(_ events: [RelayEvent]) throws -> ByteBuffer {
        var bytes = ByteBuffer()
        for event in events { bytes.write(try RelayMessage(event)) }
        return bytes
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
        let device = TestPerson(1).device
        let items = (1...3).map { number in
            PublishedEntry(
                number: EntryNumber(number), hash: .numbered(1), parent: .none, branch: .root,
                content: .item(device, [1, UInt8(number)]), branches: .root)
        }
        let events = (1...3).map { number in
            RelayEvent.inbox(InboxEvent(number: EntryNumber(number), item: [1, UInt8(number)]))
        }
        let run = PublishedRun.runs(of: items)[0]
        #expect(run.log == .inbox(device) && run.isReadable(from: []))
        #expect(run.bytes.relayEvents == events)
        #expect(run.events(from: EntryNumber(2), openings: []).relayEvents == Array(events.dropFirst()))
        #expect(run.events(from: EntryNumber(4), openings: []).readableBytes == 0)
    }
}
