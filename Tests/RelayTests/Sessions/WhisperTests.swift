import Relay
import RelayProtocol
import RelaySupport
import Testing

/// Who hears what is stored nowhere.
@Suite(.timeLimit(.minutes(5))) struct WhisperTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let eve = TestPerson(3)

    /// Appended, and its epoch opened if it begins one.
    private func append(_ entry: Entry, _ number: UInt64, to room: TestRoom, by line: TestLine) async throws {
        #expect(try await line.ask(.append(Append(room: room.id, entry: entry))).appended == EntryNumber(number))
        if entry.header.kind == .commit { _ = try await line.ask(room.opening(number, for: line.handshakeHash)) }
    }

    /// From the commit on that removes him, though he could read that; and wherever he follows from.
    @Test func whoIsRemovedNeitherIsHeardNorHears() async throws {
        let relay = try await ServedRelay(threads: 2)
        var room = TestRoom(1)
        let writer = try await relay.member(creatorOf: room, ann)
        let member = try await relay.member(bob, of: room, from: 2)
        var others = [try await relay.member(eve, of: room, from: 1)]
        let silent = try await relay.member(eve, of: room)
        #expect(try await silent.ask(room.whisper([0])).code == .notAllowed, "who doesn't follow")
        _ = try await writer.ask(room.follow(from: .max))
        let commit = Entry.commit(1, flags: .removes, key: room.beginEpoch(2), body: [2])
        try await append(commit, 2, to: room, by: writer)
        // Who opens the new epoch is in the room at once, without an entry of it.
        _ = try await member.ask(room.opening(2, for: member.handshakeHash))
        for from: UInt64 in [2, 3, .max] {
            others.append(try await relay.member(eve, of: room, epoch: 1, from: from))
        }
        for other in others {
            try other.send(room.whisper([3]))
            #expect(try await other.ask(.releaseName(ReleaseName())).code == nil)
        }
        try writer.send([room.whisper([4])])
        #expect(await member.events(2).map(\.body) == [[2], [4]])
        for other in others {
            #expect(try await other.ask(.unfollow(Unfollow(room: room.id))).code == nil)
            #expect(other.heard.events.allSatisfy { $0.body != [4] })
        }
        #expect(writer.heard.events.isEmpty)
        await relay.server.stop()
    }

    /// His own branch is all that somebody removed can write, and nobody else is there.
    @Test func whoseEntryIsTheLogsLastDoesNotMatter() async throws {
        let relay = try await ServedRelay(threads: 2)
        var room = TestRoom(1)
        let writer = try await relay.member(creatorOf: room, ann)
        let removed = try await relay.member(eve, of: room)
        try await append(.commit(1, flags: .removes, key: room.beginEpoch(2), body: [2]), 2, to: room, by: writer)
        let member = try await relay.member(bob, of: room, epoch: 2)
        try await append(.commit(1, flags: .disputes, key: room.beginEpoch(3), body: [3]), 3, to: room, by: removed)
        try await append(.message(3, [4]), 4, to: room, by: removed)
        let again = try await relay.member(eve, of: room, epoch: 3)
        for line in [writer, member, removed, again] { _ = try await line.ask(room.follow(from: 5)) }
        try writer.send(room.whisper([5]))
        #expect(await member.events(1).map(\.body) == [[5]])
        try removed.send(room.whisper([6]))
        #expect(await again.events(1).map(\.body) == [[6]])
        try await append(.message(2, [7]), 5, to: room, by: writer)
        #expect(await member.events(2).map(\.body) == [[5], [7]])
        #expect(await writer.events(1).map(\.body) == [[7]])
        #expect(await removed.events(1).map(\.reason) == [.notReadable])
        #expect(await again.events(2).map(\.reason) == [nil, .notReadable])
        await relay.server.stop()
    }

    @Test func whoIsAnEpochBehindHearsAndIsHeard() async throws {
        let relay = try await ServedRelay(threads: 2)
        var room = TestRoom(1)
        let writer = try await relay.member(creatorOf: room, ann)
        let behind = try await relay.member(bob, of: room, from: 3)
        try await append(.commit(1, key: room.beginEpoch(2), body: [2]), 2, to: room, by: writer)
        let joined = try await relay.member(eve, of: room, epoch: 2, from: 3)
        _ = try await writer.ask(room.follow(from: 3))
        try behind.send(room.whisper([3]))
        for line in [writer, joined] { #expect(await line.events(1).map(\.body) == [[3]]) }
        try joined.send(room.whisper([4]))
        #expect(await behind.events(1).map(\.body) == [[4]])
        // An old epoch that is proven once more doesn't make a line older.
        try await append(.commit(2, flags: .removes, key: room.beginEpoch(3), body: [5]), 3, to: room, by: writer)
        for epoch: UInt64 in [3, 2] { _ = try await joined.ask(room.opening(epoch, for: joined.handshakeHash)) }
        try writer.send(room.whisper([6]))
        #expect(await joined.events(3).last?.body == [6])
        await relay.server.stop()
    }
}
