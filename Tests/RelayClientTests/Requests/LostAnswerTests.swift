import RelayClient
import RelayProtocol
import Testing

@Suite(.timeLimit(.minutes(5)))
struct LostAnswerTests {
    enum Fault: CaseIterable {
        case cutBefore, cutAfter, cutTwice, answerTwice, stranger, unknown, malformedAnswer, malformedEvent

        var acts: [StubAct] {
            switch self {
            case .cutBefore: [.cutBefore]
            case .cutAfter: [.cutAfter]
            case .cutTwice: [.cutAfter, .cutBefore, .cutAfter]
            case .answerTwice: [.answerTwice, .answerTwice]
            case .stranger: [.answerStranger]
            case .unknown: [.sayUnknown]
            case .malformedAnswer: [.answerMalformed]
            case .malformedEvent: [.sayMalformed]
            }
        }

        /// Lines that are needed in all.
        var lineCount: Int {
            switch self {
            case .answerTwice, .stranger, .unknown: 1
            case .cutBefore, .cutAfter, .malformedAnswer, .malformedEvent: 2
            case .cutTwice: 4
            }
        }
    }

    @Test(arguments: Fault.allCases)
    func anAppendIsThereOnceWhateverBecomesOfItsAnswer(_ fault: Fault) async throws {
        let faults = ScriptedFaults(fault.acts) { $0.isMessage }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        for number in 0..<3 {
            let appended = try await client.append(room.message(number), to: room.id)
            #expect(appended.number.rawValue == UInt64(number + 2))
        }
        #expect(await relay.entryNumbers(in: room) == [0, 1, 2])
        #expect(await relay.on { $0.lineCount } == fault.lineCount)
        await client.close()
        await relay.stop()
    }

    @Test func manyOnTheirWayAreSaidAgainInTheirOrder() async throws {
        let faults = ScriptedFaults([.serve, .serve, .cutAfter, .serve, .cutBefore]) { $0.isMessage }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for number in 0..<200 {
                tasks.addTask { _ = try await client.append(room.message(number), to: room.id) }
            }
            try await tasks.waitForAll()
        }
        #expect(await relay.entryNumbers(in: room).sorted() == Array(0..<200))
        await client.close()
        await relay.stop()
    }

    @Test func aDeliveryIsThereOnce() async throws {
        let faults = ScriptedFaults([.cutAfter, .cutBefore]) { if case .deliver = $0 { true } else { false } }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try await relay.connected()
        try await client.deliver([1, 2, 3], to: Person.anyDevice)
        #expect(await relay.on { $0.items } == [[1, 2, 3]])
        await client.close()
        await relay.stop()
    }

    @Test func whatCouldBeDoneTwiceIsLostInstead() async throws {
        let faults = ScriptedFaults([.cutAfter]) { if case .releaseName = $0 { true } else { false } }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try await relay.connected()
        await #expect(throws: RelayClientError.lost) { try await client.releaseName() }
        try await client.releaseName()
        #expect(await relay.asked { if case .releaseName = $0 { true } else { false } } == 2)
        await client.close()
        await relay.stop()
    }

    @Test func whatOnlyAsksIsAskedAgain() async throws {
        let faults = ScriptedFaults([.cutBefore, .cutAfter]) { $0.isCount }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try await relay.connected()
        #expect(try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1)).count == 7)
        await client.close()
        await relay.stop()
    }

    @Test func anAnswerOfAnotherKindIsNone() async throws {
        let relay = try await StubRelay { $0.content.isCount ? .answer(.done(Done())) : .serve }
        let client = try await relay.connected()
        await #expect(throws: RelayClientError.malformed) {
            _ = try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1))
        }
        await client.close()
        await relay.stop()
    }

    @Test func aRoomIsOpenedAgainWithASignatureForTheNewLine() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        for number in 0..<3 {
            await relay.cutAll()
            // Refused where the room isn't open: the stub checks the signature.
            _ = try await client.append(room.message(number), to: room.id)
        }
        #expect(await relay.asked { $0.isOpening } == 4)
        await client.close()
        await relay.stop()
    }

    @Test func anOpeningThatIsLostIsSignedAnew() async throws {
        let faults = ScriptedFaults([.cutAfter, .cutBefore]) { $0.isOpening }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.append(room.message(0), to: room.id)
        await client.close()
        await relay.stop()
    }
}
