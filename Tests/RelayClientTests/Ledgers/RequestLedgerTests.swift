import Identity
import RelayClient
import RelayProtocol
import Testing

struct RequestLedgerTests {
    private let room: TestRoom

    init() throws { room = try TestRoom() }

    private func append(_ number: Int, byteCount: Int = 8) -> ClientRequest {
        .plain(.append(Append(room: room.id, entry: room.message(number, byteCount: byteCount))))
    }

    private var claim: ClientRequest { .plain(.releaseName(ReleaseName())) }

    @Test func whatIsAskedFirstLeavesFirst() throws {
        let ledger = Ledger()
        let ids = try (0..<5).map { try ledger.add(append($0)) }
        #expect(ledger.due() == ids)
        #expect(ledger.due().isEmpty)
    }

    @Test func noMoreThanTheLimitAreOnTheirWay() throws {
        let ledger = Ledger()
        let max = RelayClientLimits.requestsInFlightMax
        let ids = try (0...max).map { try ledger.add(append($0)) }
        #expect(ledger.due().count == max)
        #expect(ledger.due().isEmpty)
        ledger.settle(ids[3])
        #expect(ledger.due() == [ids[max]])
    }

    @Test func onePastTheLimitIsRefusedAndRoomComesBack() throws {
        let ledger = Ledger()
        for number in 0..<RelayClientLimits.requestsMax { _ = try ledger.add(append(number)) }
        #expect(ledger.refuses(append(0)))
        let due = ledger.due()
        ledger.settle(due[0])
        #expect(!ledger.refuses(append(0)))
    }

    @Test func bytesPastTheLimitAreRefusedButASingleRequestNever() throws {
        let ledger = Ledger()
        let half = RelayClientLimits.requestBytesMax / 2
        _ = try ledger.add(append(0, byteCount: half))
        let second = try ledger.add(append(1, byteCount: half))
        #expect(ledger.refuses(append(2, byteCount: 8)))
        ledger.settle(second)
        #expect(!ledger.refuses(append(2, byteCount: 8)))
        let other = Ledger()
        #expect(!other.refuses(append(0, byteCount: RelayClientLimits.requestBytesMax + 1)))
    }

    @Test func largeOnesLeaveOneAtATime() throws {
        let ledger = Ledger()
        let ids = try (0..<3).map { try ledger.add(append($0, byteCount: 100)) }
        #expect(ledger.due(byteCountMax: 200) == Array(ids[..<2]))
        #expect(ledger.due(byteCountMax: 99) == [ids[2]])
    }

    @Test func aLostLineBringsBackWhatMayBeRepeatedInItsOrder() throws {
        let ledger = Ledger()
        let first = try ledger.add(append(0))
        let dropped = try ledger.add(claim)
        let second = try ledger.add(append(1))
        #expect(ledger.due().count == 3)
        let later = try ledger.add(claim)
        #expect(ledger.lineLost() == [dropped])
        #expect(ledger.due() == [first, second, later])
        #expect(ledger.lineLost() == [later])
    }

    @Test func whatNeverLeftIsntLost() throws {
        let ledger = Ledger()
        let id = try ledger.add(claim)
        #expect(ledger.lineLost().isEmpty)
        #expect(ledger.due() == [id])
    }

    @Test func nothingPersistentOvertakesWhatRests() throws {
        let ledger = Ledger()
        let first = try ledger.add(append(0), persistently: true)
        #expect(ledger.due().count == 1)
        ledger.rest(first)
        let second = try ledger.add(append(1), persistently: true)
        let other = try ledger.add(claim)
        #expect(ledger.due() == [other])
        ledger.wake()
        #expect(ledger.due() == [first, second])
    }

    @Test func whatRestsSurvivesALostLine() throws {
        let ledger = Ledger()
        let id = try ledger.add(append(0), persistently: true)
        _ = ledger.due()
        ledger.rest(id)
        #expect(ledger.lineLost().isEmpty)
        #expect(ledger.due().isEmpty)
        ledger.wake()
        #expect(ledger.due() == [id])
    }

    @Test func aFollowThatNobodyWaitsForIsAskedAllTheSame() throws {
        let ledger = Ledger()
        let follow = try ledger.add(.follow(.inbox))
        let plain = try ledger.add(append(0))
        ledger.giveUp(follow)
        ledger.giveUp(plain)
        #expect(ledger.followsAsked == [.inbox])
        #expect(ledger.due() == [follow])
    }

    @Test func onlyWhatTheRelayKnowsAgainOrChangesNothingMayBeRepeated() throws {
        let target = DirectoryTarget.name(try AtName(utf8: Array("ann".utf8)))
        let suite = CipherSuiteNumber(rawValue: 1)
        let repeated: [ClientRequest] = [
            append(0), .plain(.lookUp(LookUp(target: target))),
            .plain(.countKeyPackages(CountKeyPackages(suite: suite))),
            .plain(.fetchPublicState(FetchPublicState(room: room.id))),
            .plain(.acknowledgeInbox(AcknowledgeInbox(upTo: .first))), .plain(.unfollow(Unfollow(room: room.id))),
            .follow(.inbox), .open(room.id, RoomKey(.epoch(.first), sign: room.sign)),
        ]
        let single: [ClientRequest] = [
            .plain(.releaseName(ReleaseName())), .plain(.setInboxToken(SetInboxToken())),
            .plain(.publishKeyPackages(PublishKeyPackages(suite: suite, packages: []))),
            .plain(.whisper(Whisper(room: room.id, body: [1]))),
        ]
        #expect(repeated.allSatisfy { $0.mayBeRepeated })
        #expect(!single.contains { $0.mayBeRepeated })
    }
}
