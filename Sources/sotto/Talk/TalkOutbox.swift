/// What this end has said and the other hasn't acknowledged yet, in order. It outlives a line: what a lost one may
/// have swallowed is said again on the next, under the same number.
struct TalkOutbox: Sendable {
    private let session: TalkSession
    private var waiting: [(number: UInt64, text: [UInt8])] = []
    private var lastNumber: UInt64 = 0
    private var onThisLineCount = 0

    init(session: TalkSession = .random()) { self.session = session }

    var isEmpty: Bool { waiting.isEmpty }
    var count: Int { waiting.count }
    /// Nothing is left to be sent on this line; acknowledgements may still be missing.
    var isAllOnThisLine: Bool { onThisLineCount == waiting.count }

    /// `nil` if too much waits already, or if no end would take `text`: said again and again, it would break each line.
    mutating func append(_ text: [UInt8]) -> UInt64? {
        guard (1...TalkLimits.textBytesMax).contains(text.count) else { return nil }
        guard waiting.count < TalkLimits.waitingMax else { return nil }
        lastNumber += 1
        waiting.append((lastNumber, text))
        return lastNumber
    }

    /// What may leave now: each message once a line, and no more in flight than the other end takes.
    mutating func takeSendable() -> [TalkMessage] {
        let end = min(waiting.count, TalkLimits.unacknowledgedMax)
        guard onThisLineCount < end else { return [] }
        defer { onThisLineCount = end }
        return waiting[onThisLineCount..<end].map { .say(session, number: $0.number, text: $0.text) }
    }

    /// Drops what has arrived. An acknowledgement of another session, or of what was never sent, changes nothing.
    ///
    /// - Returns: how many messages arrived by it.
    @discardableResult
    mutating func acknowledged(_ session: TalkSession, upTo number: UInt64) -> Int {
        guard session == self.session else { return 0 }
        let arrived = waiting.prefix(onThisLineCount).prefix { $0.number <= number }.count
        waiting.removeFirst(arrived)
        onThisLineCount -= arrived
        return arrived
    }

    /// The line is gone: everything that wasn't acknowledged will be said again.
    mutating func lineLost() { onThisLineCount = 0 }
}
