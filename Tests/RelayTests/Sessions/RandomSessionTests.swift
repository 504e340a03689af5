import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

/// Well-formed requests in any state and order, over real lines.
@Suite(.timeLimit(.minutes(AttackForm.choose(5, full: 60)))) struct RandomSessionTests {
    @Test func everyRequestIsAnsweredOnceAndFollowersMissNothing() async throws {
        var random = SeededRandom.announced()
        var world = try await RandomLines(&random)
        for _ in 0..<AttackForm.choose(3_000, full: 100_000) { try await world.step(&random) }
        try await world.finish()
    }
}

/// Some people, some rooms, and lines that come and go.
private struct RandomLines {
    private struct Talker {
        var line: TestLine
        /// Requests that must have an answer, and whispers, which may.
        var asked: Set<RequestNumber> = []
        var whispered: Set<RequestNumber> = []
    }

    private let relay: ServedRelay
    private let storage = MemoryStorage()
    private let rooms = (0..<3).map { TestRoom(UInt64($0)) }
    private var talkers: [Talker] = []

    init(_ random: inout SeededRandom) async throws {
        relay = try await ServedRelay(storage, threads: 2)
        for _ in 0..<5 { talkers.append(Talker(line: try await relay.line(Self.person(&random)))) }
    }

    mutating func step(_ random: inout SeededRandom) async throws {
        let index = Int.random(in: 0..<talkers.count, using: &random)
        if Int.random(in: 0..<200, using: &random) == 0 {
            try await check(talkers[index])
            await talkers[index].line.close()
            talkers[index] = Talker(line: try await relay.line(Self.person(&random)))
            if Bool.random(using: &random) { try send(.start(Start(version: 1)), over: index) }
        }
        if Int.random(in: 0..<20, using: &random) == 0 { storage.failNextWrite(Self.fault(&random)) }
        for _ in 0..<Int.random(in: 1...4, using: &random) { try send(request(for: index, &random), over: index) }
        // Now and then wait for what is on its way.
        if Int.random(in: 0..<30, using: &random) == 0 { try await check(talkers[index]) }
    }

    mutating func finish() async throws {
        for talker in talkers { try await check(talker) }
        await relay.server.stop()
    }

    private mutating func send(_ request: RelayRequest, over index: Int) throws {
        let number = try talkers[index].line.send(request)
        if case .whisper = request {
            talkers[index].whispered.insert(number)
        } else {
            talkers[index].asked.insert(number)
        }
    }

    private func check(_ talker: Talker) async throws {
        let asked = talker.asked
        let heard = await talker.line.when { asked.isSubset(of: $0.answers.keys) || $0.isOver }
        #expect(!heard.isOver)
        #expect(Set(heard.answered).count == heard.answered.count)
        #expect(Set(heard.answered).subtracting(talker.whispered) == asked)
        checkOrder(heard.events)
    }

    /// Following anew goes back; in between nothing is left out.
    private func checkOrder(_ events: [RelayEvent]) {
        var last: [RoomID: UInt64] = [:]
        for event in events {
            guard let (room, number) = event.place, let before = last.updateValue(number, forKey: room) else {
                continue
            }
            #expect(number <= before + 1 || restarts(number), "\(before) -> \(number)")
        }
    }

    /// Numbers from which ``request(for:_:)`` follows.
    private func restarts(_ number: UInt64) -> Bool { number % 7 == 1 }

    private func request(for index: Int, _ random: inout SeededRandom) -> RelayRequest {
        let room = rooms[Int.random(in: 0..<rooms.count, using: &random)]
        let body = random.bytes(count: Int.random(in: 1...40, using: &random))
        let number = EntryNumber(
            [0, 1, 2, UInt64.max, .random(in: 0...20, using: &random)].randomElement(using: &random) ?? 0)
        switch Int.random(in: 0..<26, using: &random) {
        case 0: return .start(Start(version: UInt16.random(in: 0...2, using: &random)))
        case 1: return .releaseName(ReleaseName())
        case 2: return .lookUp(LookUp(target: .identity(Self.person(&random).identity)))
        case 3: return .countKeyPackages(CountKeyPackages(suite: CipherSuiteNumber(rawValue: 1)))
        case 4: return .setInboxToken(SetInboxToken(token: .numbered(1)))
        case 5: return .deliver(Deliver(device: Self.person(&random).device, item: body))
        case 6: return .followInbox(FollowInbox(from: number))
        case 7: return .acknowledgeInbox(AcknowledgeInbox(upTo: number))
        case 8: return room.creation
        case 9: return .fetchPublicState(FetchPublicState(room: room.id))
        case 10, 11:
            return room.opening(
                Bool.random(using: &random) ? 1 : number.rawValue, for: talkers[index].line.handshakeHash)
        case 12, 13: return room.follow(from: UInt64.random(in: 0...30, using: &random) * 7 + 1)
        case 14: return .unfollow(Unfollow(room: room.id))
        case 15, 16: return .whisper(Whisper(room: room.id, body: body))
        default:
            return room.message(body, parent: Int.random(in: 0..<10, using: &random) == 0 ? max(1, number.rawValue) : 1)
        }
    }

    private static func person(_ random: inout SeededRandom) -> TestPerson {
        TestPerson(UInt32.random(in: 1...4, using: &random))
    }

    private static func fault(_ random: inout SeededRandom) -> MemoryStorage.Fault {
        let error = [StorageError.unavailable, .conflict, .damaged].randomElement(using: &random) ?? .conflict
        return Bool.random(using: &random)
            ? .atCommit(error) : .atVerb(Int.random(in: 0..<4, using: &random), error)
    }
}

extension RelayEvent {
    fileprivate var place: (RoomID, UInt64)? {
        switch self {
        case .entries(let event): (event.room, event.last.rawValue)
        case .withheld(let event): (event.room, event.number.rawValue)
        case .trimmed, .inbox, .whisper: nil
        }
    }
}
