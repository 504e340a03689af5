import RelayProtocol

/// The heads of the last entries of a log.
struct RecentHeads: Sendable {
    private static let countMax = 1_024

    private var heads: [LogHead] = []
    private var first: UInt64 = 0

    mutating func append(_ position: LogPosition) {
        if position.number.rawValue != first + UInt64(heads.count) {
            // The first, or behind a gap.
            heads = []
            first = position.number.rawValue
        }
        heads.append(position.head)
        guard heads.count > 2 * Self.countMax else { return }
        heads.removeFirst(Self.countMax)
        first += UInt64(Self.countMax)
    }

    subscript(number: EntryNumber) -> LogHead? {
        guard number.rawValue >= first, number.rawValue - first < UInt64(heads.count) else { return nil }
        return heads[Int(number.rawValue - first)]
    }
}
