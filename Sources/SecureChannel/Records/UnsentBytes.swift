/// Sealed bytes that an event loop's lines hold because their peers don't take them. Together they are bounded: where
/// they are too many, the peer for whom most is held, over all its lines, loses the one that holds most.
final class UnsentBytes {
    private var lines: [ObjectIdentifier: RecordHandler] = [:]
    private var byteCount = 0
    private let bytesMax: Int
    private let measure: (RecordHandler) -> Int

    /// - Parameter measure: how much a line holds now.
    init(
        bytesMax: Int = LineLimits.unsentBytesMax,
        measure: @escaping (RecordHandler) -> Int = { $0.heldByteCount }
    ) {
        self.bytesMax = bytesMax
        self.measure = measure
    }

    /// `line` now holds so many. Others may hold less than they were noted with: they are asked before one ends.
    func note(_ line: RecordHandler, byteCount held: Int) {
        count(line, held)
        guard byteCount > bytesMax else { return }
        for line in Array(lines.values) { count(line, measure(line)) }
        while byteCount > bytesMax, let line = nextToEnd {
            leave(line)
            line.giveUpUnsent()
        }
    }

    private var nextToEnd: RecordHandler? {
        let lines = lines.values
        let most = LineOwner.holdingMost(lines.lazy.map { ($0.owner, $0.unsentByteCount) })
        return lines.filter { most.contains($0.owner) }.max { $0.unsentByteCount < $1.unsentByteCount }
    }

    func leave(_ line: RecordHandler) { count(line, 0) }

    private func count(_ line: RecordHandler, _ held: Int) {
        let counted = held > LineLimits.unsentBytesFree ? held : 0
        guard counted != line.unsentByteCount else { return }
        byteCount += counted - line.unsentByteCount
        line.unsentByteCount = counted
        lines[ObjectIdentifier(line)] = counted == 0 ? nil : line
    }
}
