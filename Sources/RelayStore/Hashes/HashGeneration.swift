/// Hashes of entries that were added one after the other, and the numbers of these.
struct HashGeneration: Sendable {
    private(set) var numbers: [HashKey: Int64] = [:]
    /// The first and last number of each log here: in between none is missing, unless the log is among ``collided``.
    private(set) var ranges: [Int64: ClosedRange<Int64>] = [:]
    /// Logs of which an entry went to the index at once, for its key was taken.
    private(set) var collided: Set<Int64> = []

    var count: Int { numbers.count }

    mutating func add(_ key: HashKey, number: Int64) {
        numbers[key] = number
        let range = ranges[key.log] ?? number...number
        ranges[key.log] = min(range.lowerBound, number)...max(range.upperBound, number)
    }

    mutating func noteCollision(in log: Int64) { collided.insert(log) }

    /// Adds what came after all that is here.
    mutating func add(_ later: HashGeneration) {
        numbers.merge(later.numbers) { $1 }
        ranges.merge(later.ranges) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
        collided.formUnion(later.collided)
    }

    mutating func remove(_ key: HashKey, number: Int64) {
        if numbers[key] == number { numbers[key] = nil }
    }
}
