import Identity
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

/// What one account may do, over all its lines.
@Suite(.timeLimit(.minutes(5))) struct AccountLimitTests {
    private static let suite = CipherSuiteNumber(rawValue: 1)

    /// Each of them changes something.
    private static var changes: [RelayRequest] {
        guard let name = try? AtName("ann") else { preconditionFailure("that is a name") }
        let token = InboxToken([UInt8](repeating: 1, count: 16))
        return [
            .claimName(ClaimName(name: name)), .releaseName(ReleaseName()),
            .publishKeyPackages(PublishKeyPackages(suite: suite, packages: [KeyPackageBytes([1])])),
            .claimKeyPackages(ClaimKeyPackages(identity: TestPerson(1).identity, suites: [suite])),
            .setInboxToken(SetInboxToken(token: token)), .acknowledgeInbox(AcknowledgeInbox(upTo: .none)),
            .deliver(Deliver(device: TestPerson(1).device, token: nil, item: [1])), TestRoom(1).creation,
            .putPublicState(
                PutPublicState(room: TestRoom(1).id, epoch: .first, publicState: PublicState(blob: [1]))),
        ]
    }

    @Test(arguments: changes) func everyChangeCountsTowardsTheAccountsBudget(change: RelayRequest) async throws {
        var limits = RelayLimits()
        limits.appendsPerSecond = 1
        let relay = try await ServedRelay(limits: limits)
        let line = try await relay.started(TestPerson(1))
        let numbers = try line.send([RelayRequest](repeating: change, count: 3 * SessionLimits.appendBurstSeconds))
        var served = 0
        for number in numbers where try await line.answer(to: number).code != .tooOften { served += 1 }
        #expect(served >= SessionLimits.appendBurstSeconds)
        #expect(served < numbers.count)
        await relay.server.stop()
    }

    @Test func anAccountHasSoManyLinesAndNoMore() async throws {
        let relay = try await ServedRelay()
        var lines: [TestLine] = []
        for _ in 0..<SessionLimits.linesPerAccountMax { lines.append(try await relay.started(TestPerson(1))) }
        await #expect(throws: LineError.refused(.overLimit)) { _ = try await relay.started(TestPerson(1)) }
        let other = try await relay.started(TestPerson(2))
        let count = RelayRequest.countKeyPackages(CountKeyPackages(suite: Self.suite))
        #expect(try await other.ask(count).code == nil)
        #expect(try await lines[0].ask(count).code == nil)
        // The place of one that ends is free again.
        await lines[0].close()
        var isFree = false
        for _ in 0..<1_000 where !isFree { isFree = (try? await relay.started(TestPerson(1))) != nil }
        #expect(isFree)
        await relay.server.stop()
    }

    /// One account has piled up more than is committed together, over all its lines; another's request comes last.
    @Test func nobodyWaitsForWhatAnotherAccountHasPiledUp() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage, threads: 1)
        let room = TestRoom(1)
        let first = try await relay.member(creatorOf: room, TestPerson(1))
        var lines = [first]
        for _ in 0..<16 { lines.append(try await relay.member(TestPerson(1), of: room)) }
        let other = try await relay.member(TestPerson(2), of: room)
        storage.hold(onceAppended: 2, to: room)
        let held = try first.send(room.message([1]))
        await storage.held()
        let each = SessionLimits.requestsInFlightMax
        for (line, number) in zip(lines.dropFirst(), UInt8(0)...) {
            try line.send((0..<each).map { room.message([number, UInt8(truncatingIfNeeded: $0), 2]) })
        }
        try await relay.queued(16 * each)
        let late = try other.send(room.message([3]))
        try await relay.queued(16 * each + 1)
        storage.release()
        let number = try #require(try await other.answer(to: late).appended?.rawValue)
        #expect(number <= UInt64(2 + SessionLimits.groupRequestsMax))
        #expect(try await first.answer(to: held).appended == EntryNumber(2))
        await relay.server.stop()
    }
}
