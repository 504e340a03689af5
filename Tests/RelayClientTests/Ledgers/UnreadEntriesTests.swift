import RelayClient
import RelayProtocol
import Testing

/// What of a room couldn't be read is followed again when it may be readable, and no more than that.
final class UnreadEntriesTests {
    private let room: TestRoom
    private let hash: EntryHash
    private var ledger = FollowLedger()

    init() throws {
        room = try TestRoom()
        hash = try EntryHash(of: room.message(0))
        open(1)
        ledger.follow(log, from: .first)
        _ = ledger.asks(for: log)
        ledger.answered(for: log)
    }

    private var log: FollowedLog { .room(room.id) }

    /// Where the room is to be followed again, if it is.
    private var start: UInt64? { ledger.detached == [log] ? ledger.next(of: log).rawValue : nil }

    private func open(_ epoch: UInt64) {
        ledger.opened(room.id, with: RoomKey(.epoch(EntryNumber(epoch))) { _ in [] })
    }

    private func withhold(_ number: UInt64, _ reason: WithheldReason = .notReadable) {
        _ = ledger.take(
            .withheld(WithheldEvent(room: room.id, number: EntryNumber(number), reason: reason, hash: hash)))
    }

    private func goOn() {
        _ = ledger.asks(for: log)
        ledger.answered(for: log)
    }

    @Test func itBeginsWithTheFirst() {
        for number in 5...9 as ClosedRange<UInt64> { withhold(number) }
        open(4)
        #expect(start == 5)
        goOn()
        open(3)
        #expect(start == nil)
    }

    @Test func nothingBeforeTheEpochComesAgain() {
        withhold(3)
        withhold(9)
        open(6)
        #expect(start == 6)
        goOn()
        open(10)
        #expect(start == nil)
        open(2)
        #expect(start == 3)
    }

    @Test func anEpochBehindAllOfThemBringsNothing() {
        withhold(3)
        open(4)
        #expect(start == nil)
    }

    @Test(arguments: [WithheldReason.gone, .damaged])
    func whatNobodyCanReadIsntAskedForAgain(_ reason: WithheldReason) {
        withhold(5, reason)
        open(4)
        #expect(start == nil)
    }

    @Test func onlyTheNewestOfSeveralFollowsCounts() {
        _ = ledger.asks(for: log)
        _ = ledger.asks(for: log)
        let first = ledger.answered(for: log)
        let second = ledger.answered(for: log)
        #expect(!first && second)
    }
}
