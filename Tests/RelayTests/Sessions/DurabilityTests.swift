import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DurabilityTests {
    @Test func noAnswerAndNoEventLeavesBeforeTheWriteHasReturned() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(1))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        let reader = try await relay.member(TestPerson(2), of: room, from: 2)
        storage.hold(onceAppended: 2, to: room)
        let append = try writer.send(room.message([2]))
        await storage.held()
        // The entry is written, and the relay still answers what needs no write.
        let count = RelayRequest.countKeyPackages(CountKeyPackages(suite: CipherSuiteNumber(rawValue: 1)))
        for line in [writer, reader] { #expect(try await line.ask(count).code == nil) }
        #expect(writer.heard.answers[append] == nil)
        #expect(reader.heard.events.isEmpty)
        storage.release()
        #expect(try await writer.answer(to: append).appended == EntryNumber(2))
        #expect(await reader.events(1).count == 1)
        await relay.server.stop()
    }

    @Test func aRoomThatCantBeWrittenToRefusesItsOwnAlone() async throws {
        let (broken, whole) = (TestRoom(1), TestRoom(2))
        let relay = try await ServedRelay(ContestedStorage(room: broken.id))
        let line = try await relay.member(creatorOf: broken, TestPerson(1))
        _ = try await line.ask(whole.creation)
        _ = try await line.ask(whole.opening(for: line.handshakeHash))
        // One record, so one group.
        let numbers = try line.send((0..<10).map { ($0 < 5 ? broken : whole).message([$0]) })
        for (place, number) in numbers.enumerated() {
            let answer = try await line.answer(to: number)
            if place < 5 {
                #expect(answer.code == .storage)
            } else {
                #expect(answer.appended == EntryNumber(UInt64(place) - 3))
            }
        }
        await relay.server.stop()
    }

    /// While one group is written, everything else gathers into the next.
    @Test func whatGathersWhileOneGroupIsWrittenIsOneGroup() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        var lines: [TestLine] = [try await relay.started(TestPerson(1))]
        _ = try await lines[0].ask(room.creation)
        for number in 2...9 { lines.append(try await relay.member(TestPerson(UInt32(number)), of: room)) }
        _ = try await lines[0].ask(room.opening(for: lines[0].handshakeHash))
        storage.hold(onceAppended: 2, to: room)
        let first = try lines[0].send(room.message([1]))
        await storage.held()
        let groups = relay.metric("groups_total")
        var numbers: [(TestLine, RequestNumber)] = []
        for (index, line) in lines.enumerated() {
            for number in try line.send((0..<10).map({ room.message([2, UInt8(index), $0]) })) {
                numbers.append((line, number))
            }
        }
        try await relay.queued(90)
        storage.release()
        #expect(try await lines[0].answer(to: first).appended == EntryNumber(2))
        for (line, number) in numbers { #expect(try await line.answer(to: number).appended != nil) }
        #expect(relay.metric("groups_total") == groups + 2)
        await relay.server.stop()
    }

    @Test func whatHasNoPlaceIsNotTheFateOfAllItsGroup() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage)
        let (room, large) = (TestRoom(1), TestRoom(2))
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let other = try await relay.member(creatorOf: large, TestPerson(2))
        storage.hold(onceAppended: 2, to: room)
        let first = try line.send(room.message([1]))
        await storage.held()
        storage.fill(large.id)
        let taken = try line.send(room.message([2]))
        try await relay.queued(1)
        let refused = try other.send(large.message([3]))
        try await relay.queued(2)
        storage.release()
        #expect(try await line.answer(to: first).appended == EntryNumber(2))
        #expect(try await line.answer(to: taken).appended == EntryNumber(3))
        #expect(try await other.answer(to: refused).code == .storage)
        await relay.server.stop()
    }

    @Test func whatTheStorageDoesNotTakeIsRefusedAndMayBeTriedAgain() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(1))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        let reader = try await relay.member(TestPerson(2), of: room, from: 2)
        // The house is kept after a commit, and would take the fault for itself.
        try await Task.sleep(for: .milliseconds(500))
        await relay.server.probe()
        for fault in [MemoryStorage.Fault.atCommit(.unavailable), .atVerb(0, .unavailable), .atVerb(1, .unavailable)] {
            storage.failNextWrite(fault)
            #expect(try await writer.ask(room.message([2])).code == .storage)
        }
        // Somebody else wrote in between: it is tried once more by itself.
        storage.failNextWrite(.atCommit(.conflict))
        #expect(try await writer.ask(room.message([2])).appended == EntryNumber(2))
        // And then each by itself.
        for _ in 0..<3 { storage.failNextWrite(.atCommit(.conflict)) }
        #expect(try await writer.ask(room.message([3])).code == .storage)
        #expect(try await writer.ask(room.message([3])).appended == EntryNumber(3))
        #expect(await reader.events(2).compactMap(\.body) == [[2], [3]])
        await relay.server.stop()
    }

    /// One request meets damage in the middle of what it does; the others of its group don't share its fate.
    @Test func oneDamagedRoomRefusesOnlyItsOwnRequests() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage, threads: 1)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(1))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        storage.failNextWrite(.atVerb(1, .damaged))
        let numbers = try writer.send((2...5).map { room.message([UInt8($0)]) })
        for (index, number) in numbers.enumerated() {
            #expect(try await writer.answer(to: number).appended == EntryNumber(UInt64(index) + 2))
        }
        await relay.server.stop()
    }

    @Test func manyLinesWithManyInFlightGetExactlyTheirNumbers() async throws {
        let relay = try await ServedRelay(threads: 2)
        let room = TestRoom(1)
        let creator = try await relay.started(TestPerson(0))
        _ = try await creator.ask(room.creation)
        var writers: [TestLine] = []
        for number in 1...16 { writers.append(try await relay.member(TestPerson(UInt32(number)), of: room)) }
        let perLine = AttackForm.choose(256, full: 10_000)
        let answers = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for (index, writer) in writers.enumerated() {
                group.addTask { try await Self.append(perLine, to: room, over: writer, as: index) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        // Each line's in the order in which it asked, and together without a gap.
        for numbers in answers { #expect(numbers == numbers.sorted()) }
        #expect(answers.joined().sorted() == Array(2...UInt64(16 * perLine + 1)))
        #expect(relay.metric("appends_total") == Double(16 * perLine + 1))
        await relay.server.stop()
    }

    /// 64 in flight, each answered before the next is asked.
    private static func append(
        _ count: Int, to room: TestRoom, over line: TestLine, as writer: Int
    ) async throws -> [UInt64] {
        var waiting = ArraySlice<RequestNumber>()
        var numbers: [UInt64] = []
        for index in 0..<count {
            let body = [UInt8(writer), UInt8(truncatingIfNeeded: index), UInt8(truncatingIfNeeded: index >> 8)]
            waiting.append(try line.send(room.message(body)))
            guard waiting.count == 64, let first = waiting.popFirst() else { continue }
            numbers.append(try await line.answer(to: first).appended?.rawValue ?? 0)
        }
        for number in waiting { numbers.append(try await line.answer(to: number).appended?.rawValue ?? 0) }
        return numbers
    }
}
