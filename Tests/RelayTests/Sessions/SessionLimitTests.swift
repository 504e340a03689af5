import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct SessionLimitTests {
    /// From so many unanswered requests on nothing more is read: the rest waits in the socket, not in memory.
    @Test func aLineThatAsksFasterThanItIsAnsweredIsNotReadFrom() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage, threads: 1)
        let room = TestRoom(1)
        let line = try await relay.started(TestPerson(1))
        let other = try await relay.started(TestPerson(2))
        _ = try await line.ask(room.creation)
        _ = try await line.ask(room.opening(for: line.handshakeHash))
        storage.hold(onceAppended: 2, to: room)
        var numbers = [try line.send(room.message([1]))]
        await storage.held()
        for burst in 0..<50 {
            numbers += try line.send((0..<100).map { room.message([UInt8(burst), $0]) })
        }
        try await relay.queued(SessionLimits.requestsInFlightMax - 1)
        // The loop has had its turns.
        let count = RelayRequest.countKeyPackages(CountKeyPackages(suite: CipherSuiteNumber(rawValue: 1)))
        for _ in 0..<100 { #expect(try await other.ask(count).code == nil) }
        let perRead = (64 << 10) / 60
        #expect(Int(relay.metric("queued_requests")) < SessionLimits.requestsInFlightMax + perRead)
        #expect(line.heard.answers.count == 2 + 1)
        storage.release()
        for number in numbers { #expect(try await line.answer(to: number).appended != nil) }
        await relay.server.stop()
    }

    /// A claim's answer is what is large: few are on their way, also of those that came at once.
    @Test func ofManyClaimsThatComeAtOnceFewAreInFlight() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage, threads: 1)
        let room = TestRoom(1)
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let other = try await relay.started(TestPerson(2))
        storage.hold(onceAppended: 2, to: room)
        let message = try line.send(room.message([2]))
        await storage.held()
        let claim = ClaimKeyPackages(identity: TestPerson(2).identity, suites: [CipherSuiteNumber(rawValue: 1)])
        let numbers = try line.send([RelayRequest](repeating: .claimKeyPackages(claim), count: 200))
        let expected = SessionLimits.requestBytesInFlightMax / SessionLimits.claimBytes + 1
        try await relay.queued(expected)
        let count = RelayRequest.countKeyPackages(CountKeyPackages(suite: CipherSuiteNumber(rawValue: 1)))
        for _ in 0..<100 { #expect(try await other.ask(count).code == nil) }
        #expect(Int(relay.metric("queued_requests")) == expected)
        storage.release()
        #expect(try await line.answer(to: message).appended == EntryNumber(2))
        for number in numbers { #expect(try await line.answer(to: number).code == nil) }
        #expect(line.heard.answered.suffix(200) == numbers[...])
        await relay.server.stop()
    }

    /// Ten times a second the disk is measured; what comes in between counts too.
    @Test func theDiskCapHoldsBetweenTwoLooksAtTheDisk() async throws {
        let storage = MemoryStorage()
        var limits = RelayLimits.generous
        limits.diskBytesMax = 1 << 20
        let relay = try await ServedRelay(storage, limits: limits)
        let room = TestRoom(1)
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let body = [UInt8](repeating: 1, count: 32 << 10)
        let numbers = try line.send((0..<128).map { room.message([UInt8($0)] + body) })
        for number in numbers {
            let answer = try await line.answer(to: number)
            #expect(answer.appended != nil || answer.code == .overQuota)
            #expect(storage.diskUse().stored <= limits.diskBytesMax + 2 * body.count)
        }
        await relay.server.stop()
    }

    @Test func publicStatesCountBetweenTwoLooksAtTheDiskToo() async throws {
        let storage = MemoryStorage()
        var limits = RelayLimits.generous
        limits.diskBytesMax = 1 << 20
        let relay = try await ServedRelay(storage, limits: limits)
        let room = TestRoom(1)
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let blob = [UInt8](repeating: 1, count: 64 << 10)
        let numbers = try line.send(
            (0..<RelayLimits.publicStatesPerHourMax).map { place in
                .putPublicState(
                    PutPublicState(
                        room: room.id, epoch: .first, publicState: PublicState(blob: [UInt8(place)] + blob, links: [])))
            })
        for number in numbers {
            let code = try await line.answer(to: number).code
            #expect(code == nil || code == .overQuota)
            #expect(storage.diskUse().stored <= limits.diskBytesMax + 2 * blob.count)
        }
        await relay.server.stop()
    }

    @Test func aLineMayHaveSoManyRoomsOpenAndNoMore() async throws {
        var limits = RelayLimits.generous
        limits.roomsPerAccountMax = .max
        let relay = try await ServedRelay(limits: limits)
        let line = try await relay.started(TestPerson(1))
        let rooms = (0...SessionLimits.openedRoomsMax).map { TestRoom(UInt64($0)) }
        let created = try line.send(rooms.map(\.creation))
        for number in created { #expect(try await line.answer(to: number).code == nil) }
        let opened = try line.send(rooms.dropLast().map { $0.opening(for: line.handshakeHash) })
        for number in opened { #expect(try await line.answer(to: number).code == nil) }
        let last = rooms[SessionLimits.openedRoomsMax]
        #expect(try await line.ask(last.opening(for: line.handshakeHash)).code == .overQuota)
        // Those that are open may be opened again.
        #expect(try await line.ask(rooms[0].opening(for: line.handshakeHash)).code == nil)
        await relay.server.stop()
    }

    @Test func aRequestLargerThanWhatALineMayHaveInFlightIsServed() async throws {
        let relay = try await ServedRelay()
        let room = TestRoom(1)
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let body = [UInt8](repeating: 1, count: SessionLimits.requestBytesInFlightMax * 2)
        let numbers = try line.send([room.message(body), room.message([2]), room.message(body + [3])])
        for (number, expected) in zip(numbers, 2...) {
            #expect(try await line.answer(to: number).appended == EntryNumber(UInt64(expected)))
        }
        #expect(try await line.ask(room.follow(from: 2)).following == EntryNumber(4))
        #expect(await line.events(3).map { $0.body?.count } == [body.count, 1, body.count + 1])
        await relay.server.stop()
    }
}
