/// A generation that is being written to the index, in the index's own order: so each of its pages is touched once.
struct SettledHashes: Sendable {
    struct Row: Sendable {
        let key: HashKey
        let number: Int64
        /// With this row the index has all of the log up to here.
        let completes: Int64?
    }

    private(set) var generation: HashGeneration
    private var rows: [Row]
    private var writtenCount = 0

    init(_ generation: HashGeneration) {
        self.generation = generation
        let sorted = generation.numbers.sorted { $0.key < $1.key }
        rows = sorted.indices.map { place in
            let (key, number) = sorted[place]
            let isLast = place + 1 == sorted.count || sorted[place + 1].key.log != key.log
            return Row(key: key, number: number, completes: isLast ? generation.ranges[key.log]?.upperBound : nil)
        }
    }

    var isWritten: Bool { writtenCount == rows.count }

    func next(_ countMax: Int) -> ArraySlice<Row> { rows[writtenCount...].prefix(countMax) }

    mutating func written(_ count: Int) { writtenCount += count }

    /// To be called between transactions, of a row that isn't written.
    mutating func giveUp(_ key: HashKey) { rows.removeAll { $0.key == key } }

    mutating func remove(_ key: HashKey, number: Int64) { generation.remove(key, number: number) }
}
