import MLS
import RelayProtocol

/// A room as the core holds it while it runs.
struct LiveRoom: Sendable {
    let row: RoomRow
    var record: RoomRecord
    var group: Group?
    /// Of ``group``'s epoch.
    var state: RoomState?
    var pending: PendingCommit?
    var staged: StagedCommit?
    /// Where the own way in by a link hasn't been answered.
    var joining: ExternalJoin?
    private(set) var outbox: [UInt64: OutboxRow] = [:]
    /// By which what was sealed here is known again in the log.
    private(set) var sealed: [EntryHash: UInt64] = [:]

    /// Heads of the last entries, so that few are looked up.
    var heads = RecentHeads()
    var stored = StoredParts()

    // What is under way on the line; nothing of it is kept.
    var openedAt: EntryNumber?
    var isOpening = false
    var isFollowing = false
    var isCommitting = false
    /// The key packages of the other of a room of two are asked for.
    var isClaiming = false
    var underWay: Set<UInt64> = []
    /// Something was refused, or had no answer: nothing more is asked for a while.
    private(set) var isStalled = false
    /// What the log held when it was followed, until all of that has been dealt with.
    private(set) var behind: EntryNumber?
    /// Whether all of it has been read once since the program began: before that nothing is sealed, for the store may be an
    /// older copy (PROTOCOL.md §5).
    var hasCaughtUp = false
    /// The greatest number that the relay has said there is.
    private var lastTold = EntryNumber.none
    /// When this room's next wake-up was asked for.
    private var wakesAtSeconds: UInt64?
    /// The epoch that has ended at the relay, as a refusal told, and not yet here.
    var endedEpoch: EntryNumber?
    /// A commit that any member may make waits a random time first.
    var commitsWhenWoken = false

    /// How often in a row something was left out.
    var gapCount = 0

    private static let stallMilliseconds: UInt64 = 30_000
    private static let gapsMax = 8

    init(row: RoomRow, record: RoomRecord) { (self.row, self.record) = (row, record) }

    subscript(outbox number: UInt64) -> OutboxRow? {
        get { outbox[number] }
        set {
            if let entry = outbox[number]?.sealed { sealed[EntryHash(ofOwn: entry)] = nil }
            if let entry = newValue?.sealed { sealed[EntryHash(ofOwn: entry)] = number }
            outbox[number] = newValue
        }
    }

    mutating func stall(_ step: inout ChatStep) {
        guard !isStalled else { return }
        isStalled = true
        step.actions.append(.wake(afterMilliseconds: Self.stallMilliseconds))
    }

    mutating func endStall() { isStalled = false }

    /// The relay has left something out: what comes next is asked for again, at once a few times and then once in a while.
    mutating func followAnew(_ step: inout ChatStep) {
        guard isFollowing else { return }
        isFollowing = false
        gapCount += 1
        if gapCount > Self.gapsMax { stall(&step) }
    }

    /// The log holds entries up to a number.
    mutating func hear(of last: EntryNumber, _ step: inout ChatStep) {
        behind = last
        lastTold = last
        if last < record.position.number { suspect(.shrank, &step) }
        notePosition(&step)
    }

    /// Whether there can be an entry of this number, as far as the relay has said.
    func isTold(_ number: EntryNumber) -> Bool { number <= max(lastTold, record.position.number) }

    /// The relay says what can't be: it is shown.
    mutating func suspect(_ suspicion: LogSuspicion, _ step: inout ChatStep) {
        guard record.suspicion != suspicion else { return }
        record.suspicion = suspicion
        stored.recordChanged = true
        step.tell(.troubled(record.id))
    }

    /// Once is enough for each time.
    mutating func wake(at seconds: UInt64, _ step: inout ChatStep) {
        guard wakesAtSeconds != seconds else { return }
        wakesAtSeconds = seconds
        let pause = seconds > step.now.seconds ? seconds - step.now.seconds : 0
        step.actions.append(.wake(afterMilliseconds: min(pause, ChatLimits.mendingPatienceSeconds) * 1_000))
    }

    mutating func notePosition(_ step: inout ChatStep) {
        guard let last = behind, record.position.number >= last else { return }
        behind = nil
        hasCaughtUp = true
        step.tell(.caughtUp(record.id))
    }

    /// Something of one's own is in the log, or on its way there, and hasn't come from there.
    var awaitsOwn: Bool { isFollowing && (isCommitting || outbox.values.contains { $0.number != nil }) }

    var isMember: Bool { record.standing == .member || record.standing == .leaving }
}

/// Which parts of a room have changed since they were stored.
struct StoredParts: Sendable {
    var recordChanged = false
    var ratchetChanged = false
    var epochChanged = false
}
