/// Ranges of code points, searched by halves.
struct ScalarSet: Sendable {
    /// The first code points of the ranges, ascending, and the last ones.
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []

    /// Ranges as ``UnicodeTable`` writes them: gap, length − 1, gap, length − 1 …
    init(packed: String) {
        let numbers = UnicodeTable.numbers(in: packed)
        var last: UInt32 = 0
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            starts.append(last + numbers[index])
            last += numbers[index] + numbers[index + 1]
            ends.append(last)
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= scalar.value { low = middle + 1 } else { high = middle }
        }
        return low > 0 && scalar.value <= ends[low - 1]
    }
}
