import RelayClient
import RelayProtocol
import Testing

final class FollowLedgerTests {
    private let room: TestRoom
    private let head: LogHead
    private var ledger = FollowLedger()

    init() throws {
        room = try TestRoom()
        head = try #require(LogHead([UInt8](repeating: 0, count: 32)))
    }

    private var log: FollowedLog { .room(room.id) }

    private func takes(_ event: RelayEvent) -> Bool { ledger.take(event) == event }
    private func asks(for log: FollowedLog) -> RelayRequest? { ledger.asks(for: log) }
    private func refused(_ log: FollowedLog) -> Bool { ledger.refused(for: log) }
    private func detach() -> [FollowedLog] { ledger.detach() }
    private func shut(_ key: RoomKey.Name) -> Bool { ledger.shut(room.id, to: key) }

    private func entry(_ number: UInt64) -> RelayEvent {
        .entries(EntriesEvent(room: room.id, number: EntryNumber(number), entry: room.message(0)))
    }

    private func item(_ number: UInt64) -> RelayEvent {
        .inbox(InboxEvent(number: EntryNumber(number), item: [1]))
    }

    private var whisper: RelayEvent { .whisper(WhisperEvent(room: room.id, body: [1])) }

    /// Followed, and told so.
    private func follow(_ log: FollowedLog, from number: UInt64) {
        ledger.follow(log, from: EntryNumber(number))
        _ = ledger.asks(for: log)
        ledger.answered(for: log)
    }

    @Test func eachNumberPassesOnce() {
        follow(log, from: 2)
        #expect([1, 2, 2, 3, 1, 4, 4].map { takes(entry($0)) } == [false, true, false, true, false, true, false])
    }

    @Test func ofEntriesThatCameTogetherTheNewOnesPass() throws {
        let entries = (0..<5).map { room.message($0) }
        let event = try #require(EntriesEvent(room: room.id, first: EntryNumber(3), entries: entries))
        follow(log, from: 5)
        let rest = EntriesEvent(room: room.id, first: EntryNumber(5), entries: Array(entries.dropFirst(2)))
        #expect(ledger.take(.entries(event)) == rest.map(RelayEvent.entries))
        #expect(ledger.take(.entries(event)) == nil)
        #expect(!takes(entry(7)) && takes(entry(8)))
    }

    @Test func nothingPassesOfWhatIsntFollowed() {
        #expect(!takes(entry(1)))
        #expect(!takes(item(1)))
        #expect(!takes(whisper))
        follow(log, from: 1)
        #expect(takes(whisper))
        #expect(!takes(item(1)))
        ledger.unfollow(log)
        #expect(!takes(entry(1)))
    }

    @Test func anotherLineIsAskedForWhatComesNext() {
        follow(log, from: 5)
        follow(.inbox, from: 1)
        #expect(takes(entry(5)) && takes(entry(6)) && takes(item(9)))
        ledger.lineLost()
        #expect(Set(ledger.detached) == [log, .inbox])
        #expect(asks(for: log) == .follow(Follow(room: room.id, from: EntryNumber(7))))
        #expect(asks(for: .inbox) == .followInbox(FollowInbox(from: EntryNumber(10))))
        #expect(ledger.detached.isEmpty)
    }

    @Test func whatWasTrimmedIsPassed() {
        follow(log, from: 2)
        #expect(takes(.trimmed(TrimmedEvent(room: room.id, through: EntryNumber(8), head: head))))
        #expect(!takes(entry(8)))
        #expect(takes(entry(9)))
    }

    /// Until the relay has answered, what comes is of an older follow: the new one begins elsewhere.
    @Test func nothingPassesBetweenTheQuestionAndItsAnswer() {
        follow(log, from: 1)
        #expect(takes(entry(1)))
        ledger.follow(log, from: EntryNumber(40))
        _ = ledger.asks(for: log)
        _ = ledger.asks(for: log)
        #expect(!takes(entry(41)))
        ledger.answered(for: log)
        #expect(!takes(entry(42)))
        ledger.answered(for: log)
        #expect(takes(entry(40)))
        ledger.answered(for: log)
        #expect(takes(entry(41)))
    }

    /// What the older follow brings would move the position, and all before it would be lost.
    @Test func afterAnUnfollowWhatComesBeforeTheAnswerIsStillOfAnOlderFollow() {
        ledger.follow(log, from: EntryNumber(50))
        _ = asks(for: log)
        ledger.unfollow(log)
        ledger.follow(log, from: .first)
        #expect(asks(for: log) == .follow(Follow(room: room.id, from: .first)))
        let isLast = ledger.answered(for: log)
        #expect(!isLast)
        for number in UInt64(50)...60 { #expect(!takes(entry(number))) }
        let isNowLast = ledger.answered(for: log)
        #expect(isNowLast)
        #expect(takes(entry(1)) && takes(entry(2)))
    }

    @Test func theRefusalOfAnOlderFollowLeavesTheNewer() {
        ledger.follow(log, from: EntryNumber(50))
        _ = asks(for: log)
        ledger.follow(log, from: EntryNumber(5))
        _ = asks(for: log)
        #expect(!refused(log))
        ledger.answered(for: log)
        #expect(takes(entry(5)))
        // One that hasn't been asked for yet is left too.
        ledger.follow(log, from: EntryNumber(7))
        _ = asks(for: log)
        ledger.follow(log, from: EntryNumber(3))
        #expect(!refused(log))
        #expect(asks(for: log) == .follow(Follow(room: room.id, from: EntryNumber(3))))
        #expect(refused(log))
        #expect(asks(for: log) == nil && !takes(entry(3)))
    }

    /// Whatever the last one left unanswered.
    @Test func anotherLineAnswersForItself() {
        ledger.follow(log, from: .first)
        for _ in 0..<3 { _ = asks(for: log) }
        ledger.lineLost()
        _ = asks(for: log)
        let isLast = ledger.answered(for: log)
        #expect(isLast && takes(entry(1)))
    }

    @Test func beforeTheQuestionNothingMovesWhereANewFollowBegins() {
        follow(log, from: 1)
        ledger.follow(log, from: EntryNumber(2))
        #expect(!takes(entry(9)))
        #expect(asks(for: log) == .follow(Follow(room: room.id, from: EntryNumber(2))))
        ledger.answered(for: log)
        #expect(takes(entry(2)))
    }

    @Test func whatIsLetGoComesAgainLater() {
        follow(log, from: 1)
        #expect(takes(entry(1)))
        #expect(detach() == [log])
        #expect(detach().isEmpty)
        #expect(!takes(entry(2)) && !takes(whisper))
        #expect(asks(for: log) == .follow(Follow(room: room.id, from: EntryNumber(2))))
        ledger.answered(for: log)
        #expect(takes(entry(2)))
    }

    @Test func theLastNumberThereIsTrapsNobody() {
        follow(log, from: 1)
        #expect(!takes(entry(.max)))
        #expect(takes(entry(.max - 1)))
        #expect(!takes(entry(.max)))
    }

    @Test func aRoomIsOpenedAgainWithItsNewestKeysInTheirOrder() {
        let max = RelayProtocolLimits.openingsPerRoomMax
        for number in 1...(max + 1) {
            ledger.opened(room.id, with: RoomKey(.epoch(EntryNumber(UInt64(number)))) { _ in [] })
        }
        ledger.opened(room.id, with: RoomKey(.epoch(EntryNumber(3))) { _ in [] })
        let names = ledger.openings.map(\.key.name)
        #expect(names == [2, 4, 5, 6, 7, 8, 9, 3].map { .epoch(EntryNumber($0)) })
    }

    @Test func aRoomIsClosedWhenNoKeyIsLeft() {
        ledger.opened(room.id, with: RoomKey(.epoch(.first)) { _ in [] })
        ledger.opened(room.id, with: RoomKey(.epoch(EntryNumber(4))) { _ in [] })
        follow(log, from: 1)
        #expect(!shut(.epoch(.first)))
        #expect(takes(entry(1)))
        #expect(shut(.epoch(EntryNumber(4))))
        #expect(!takes(entry(2)))
        #expect(ledger.openings.isEmpty && asks(for: log) == nil)
    }

    @Test func whatIsForgottenIsntOpenedAgain() {
        ledger.opened(room.id, with: RoomKey(.epoch(.first)) { _ in [] })
        follow(log, from: 1)
        ledger.forget(room.id)
        #expect(ledger.openings.isEmpty && !takes(entry(1)))
    }
}
