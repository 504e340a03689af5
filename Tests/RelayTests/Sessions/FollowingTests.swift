import Identity
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FollowingTests {
    @Test(arguments: [UInt64(0), 1, 2, 7, 20, 21, 22, 30, .max - 1, .max])
    func whoeverFollowsGetsEverythingFromThereOnAndWhatComes(from: UInt64) async throws {
        let relay = try await ServedRelay()
        let (person, room) = (TestPerson(1), TestRoom(1))
        let writer = try await relay.started(person)
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        for number in 2...20 { _ = try await writer.ask(room.message([UInt8(number)])) }
        let reader = try await relay.member(TestPerson(2), of: room)
        #expect(try await reader.ask(room.follow(from: from)).following == EntryNumber(20))
        for number in 21...40 { _ = try await writer.ask(room.message([UInt8(number)])) }
        let expected = (1...UInt64(40)).filter { $0 >= from }
        let events = await reader.events(expected.count)
        #expect(events.compactMap(\.number?.rawValue) == expected)
        for event in events where event.number != .first {
            #expect(event.body == [UInt8(truncatingIfNeeded: event.number?.rawValue ?? 0)])
        }
        await relay.server.stop()
    }

    @Test func nobodyFollowsWhatHeHasNotOpened() async throws {
        let relay = try await ServedRelay()
        let (person, room) = (TestPerson(1), TestRoom(1))
        let line = try await relay.started(person)
        #expect(try await line.ask(room.follow()).code == .notAllowed)
        _ = try await line.ask(room.creation)
        #expect(try await line.ask(room.follow()).code == .notAllowed)
        // Signed for another line.
        let other = try await relay.started(TestPerson(2))
        #expect(try await other.ask(room.opening(for: line.handshakeHash)).code == .notAllowed)
        #expect(try await other.ask(room.follow()).code == .notAllowed)
        #expect(try await other.ask(room.message([1])).code == .notAllowed)
        await relay.server.stop()
    }

    @Test func followingAgainStartsAnew() async throws {
        let relay = try await ServedRelay()
        let (person, room) = (TestPerson(1), TestRoom(1))
        let line = try await relay.started(person)
        _ = try await line.ask(room.creation)
        _ = try await line.ask(room.opening(for: line.handshakeHash))
        for number in 2...5 { _ = try await line.ask(room.message([UInt8(number)])) }
        // The second comes before the first was begun.
        let numbers = try line.send([room.follow(from: 2), room.follow(from: 4), room.follow(from: 3)])
        #expect(try await line.answer(to: numbers[2]).following == EntryNumber(5))
        for number in numbers { #expect(try await line.answer(to: number).following != nil) }
        #expect(await line.events(3).compactMap(\.number?.rawValue) == [3, 4, 5])
        #expect(try await line.ask(room.follow(from: 5)).following == EntryNumber(5))
        #expect(await line.events(4).compactMap(\.number?.rawValue) == [3, 4, 5, 5])
        #expect(try await line.ask(.unfollow(Unfollow(room: room.id))).code == nil)
        _ = try await line.ask(room.message([6]))
        _ = try await line.ask(room.message([7]))
        #expect(line.heard.events.count == 4)
        #expect(try await line.ask(.unfollow(Unfollow(room: room.id))).code == nil)
        await relay.server.stop()
    }

    @Test func manyFollowersOnAllLoopsGetTheSame() async throws {
        let relay = try await ServedRelay(threads: 3)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(0))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        var readers: [TestLine] = []
        for number in 1...30 {
            readers.append(try await relay.member(TestPerson(UInt32(number)), of: room, from: 1))
        }
        let numbers = try writer.send((2...200).map { room.message([UInt8($0)]) })
        for number in numbers { #expect(try await writer.answer(to: number).appended != nil) }
        for reader in readers {
            #expect(await reader.events(200).compactMap(\.number?.rawValue) == Array(1...200))
        }
        #expect(relay.metric("appends_total") == 200)
        #expect(relay.metric("deliveries_total") == 6_000)
        await relay.server.stop()
    }

    @Test func twoLinesOfOneDeviceBothFollowItsInbox() async throws {
        let relay = try await ServedRelay()
        let (owner, sender) = (TestPerson(1), try await relay.started(TestPerson(2)))
        let lines = [try await relay.started(owner), try await relay.started(owner)]
        for line in lines {
            #expect(try await line.ask(.followInbox(FollowInbox(from: .none))).following == EntryNumber.none)
        }
        for number in 1...UInt8(5) {
            #expect(try await sender.ask(.deliver(Deliver(device: owner.device, item: [number]))).code == nil)
        }
        for line in lines { #expect(await line.events(5).compactMap(\.body) == [[1], [2], [3], [4], [5]]) }
        #expect(try await lines[0].ask(.acknowledgeInbox(AcknowledgeInbox(upTo: EntryNumber(3)))).code == nil)
        #expect(try await lines[1].ask(.followInbox(FollowInbox(from: .none))).following == EntryNumber(5))
        #expect(await lines[1].events(7).suffix(2).compactMap(\.body) == [[4], [5]])
        await relay.server.stop()
    }

    @Test func aWhisperReachesWhoFollowsAndIsNotStored() async throws {
        let relay = try await ServedRelay(threads: 2)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(0))
        _ = try await writer.ask(room.creation)
        #expect(try await writer.ask(.whisper(Whisper(room: room.id, body: [9]))).code == .notAllowed)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        _ = try await writer.ask(room.follow(from: 2))
        var readers: [TestLine] = []
        for number in 1...6 { readers.append(try await relay.member(TestPerson(UInt32(number)), of: room, from: 2)) }
        let stranger = try await relay.started(TestPerson(9))
        #expect(try await stranger.ask(.whisper(Whisper(room: room.id, body: [9]))).code == .notAllowed)
        try writer.send([.whisper(Whisper(room: room.id, body: [1])), .whisper(Whisper(room: room.id, body: [2]))])
        for reader in readers {
            #expect(await reader.events(2).compactMap(\.body) == [[1], [2]])
        }
        // Its sender doesn't hear it, nor does the log.
        #expect(try await writer.ask(room.message([3])).appended == EntryNumber(2))
        #expect(await writer.events(1).compactMap(\.body) == [[3]])
        await relay.server.stop()
    }

    @Test func whoMayNotReadGetsTheHashAlone() async throws {
        let relay = try await ServedRelay()
        var room = TestRoom(1)
        let (owner, removed, joined) = (TestPerson(1), TestPerson(2), TestPerson(3))
        let writer = try await relay.started(owner)
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        let before = try await relay.member(removed, of: room, from: 1)
        _ = try await writer.ask(room.message([2]))
        let commit = Entry.commit(1, flags: .removes, key: room.beginEpoch(3), body: [3])
        #expect(try await writer.ask(.append(Append(room: room.id, entry: commit))).appended == EntryNumber(3))
        let after = try await relay.member(joined, of: room, epoch: 3, from: 1)
        _ = try await writer.ask(room.opening(3, for: writer.handshakeHash))
        let message = Entry.message(3, [4])
        #expect(try await writer.ask(.append(Append(room: room.id, entry: message))).appended == EntryNumber(4))

        // Live: the removed one reads up to the commit that removes it, then hashes.
        let live = await before.events(4)
        #expect(live.map(\.reason) == [.notReadable, nil, nil, .notReadable])
        #expect(
            live.last
                == .withheld(
                    WithheldEvent(room: room.id, number: EntryNumber(4), reason: .notReadable, hash: message.hash)))
        // From the log: the joiner reads from its commit on.
        let joinedEvents = await after.events(4)
        #expect(joinedEvents.map(\.reason) == [.notReadable, .notReadable, .notReadable, nil])
        // Both from the log, and whispers only among those who are in the room.
        #expect(try await before.ask(room.follow(from: 1)).following == EntryNumber(4))
        #expect(await before.events(8).suffix(4).map(\.reason) == live.map(\.reason))
        _ = try await writer.ask(room.follow(from: .max))
        try writer.send(.whisper(Whisper(room: room.id, body: [5])))
        #expect(await after.events(5).last?.body == [5])
        try before.send(.whisper(Whisper(room: room.id, body: [6])))
        #expect(try await before.ask(.append(Append(room: room.id, entry: .message(3, [7])))).code == .notAllowed)
        #expect(before.heard.events.count == 8)
        #expect(try await writer.ask(room.message([8], parent: 3)).appended == EntryNumber(5))
        #expect(await after.events(6).last?.body == [8])
        await relay.server.stop()
    }

    @Test func whatIsDamagedOrGoneIsSaidToBe() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(1))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        for number in 2...6 { _ = try await writer.ask(room.message([UInt8(number)])) }
        storage.damage(EntryNumber(4), of: .room(room.id))
        #expect(try await writer.ask(room.follow(from: 2)).following == EntryNumber(6))
        #expect(await writer.events(5).map(\.reason) == [nil, nil, .damaged, nil, nil])
        await relay.server.stop()
    }
}
