import RelayClient
import RelayProtocol
import Testing

/// A program that was started anew.
@Suite(.timeLimit(.minutes(2)))
struct RestoredTests {
    @Test func whatWasOpenAndFollowedIsSoOnTheFirstLine() async throws {
        let (relay, room, silent) = (try await StubRelay(), try TestRoom(), try TestRoom())
        let before = try await relay.connected()
        for one in [room, silent] { try await before.make(one) }
        for number in 0..<3 { _ = try await before.append(room.message(number), to: room.id) }
        try await before.deliver([9], to: Person.anyDevice)
        await before.close()
        let client = try relay.client()
        client.restore(
            [restored(room, from: EntryNumber(3)), restored(silent, from: nil)], inboxFrom: .first)
        // Its room is open from the beginning: what is asked of it needs no opening.
        async let appended = client.append(silent.message(0), to: silent.id)
        client.begin()
        #expect(try await appended.number == EntryNumber(2))
        var (reopened, resumed): (Set<RoomID>, [FollowedLog: EntryNumber]) = ([], [:])
        var (entries, items): ([Int], [UInt8]) = ([], [])
        for await event in client.events {
            switch event {
            case .connected: #expect(reopened.isEmpty && resumed.isEmpty)
            case .reopened(let id, _): reopened.insert(id)
            case .resumed(let log, let from, _): resumed[log] = from
            case .relay(.entries(let event)) where event.room == room.id: entries += event.entries.map(\.testNumber)
            case .relay(.inbox(let event)): items += event.item
            default: Issue.record("\(event)")
            }
            if entries.count == 2, items.count == 1 { break }
        }
        #expect(reopened == [room.id, silent.id])
        #expect(resumed == [.room(room.id): EntryNumber(3), .inbox: .first])
        #expect(entries == [1, 2] && items == [9])
        #expect(await relay.asked { $0.isOpening } == 4)
        await client.close()
        await relay.stop()
    }

    @Test func onceBegunNothingIsRestored() async throws {
        let (relay, room) = (try await StubRelay(), try TestRoom())
        let client = try await relay.connected()
        client.restore([restored(room, from: .first)], inboxFrom: .first)
        await relay.cutAll()
        // Asked again where the line was cut meanwhile.
        _ = try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1))
        #expect(await relay.asked { $0.isOpening } == 0)
        await client.close()
        await relay.stop()
    }

    private func restored(_ room: TestRoom, from number: EntryNumber?) -> RestoredRoom {
        RestoredRoom(room.id, keys: [RoomKey(.epoch(.first), sign: room.sign)], followedFrom: number)
    }
}
