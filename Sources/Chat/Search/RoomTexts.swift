/// A room's texts, folded, in one piece of memory: each behind the one before it, with a zero between.
struct RoomTexts: Sendable {
    private var bytes: [UInt8] = []
    /// In order, both.
    private var numbers: [UInt64] = []
    private var starts: [Int] = []
    /// What was put again: it may be longer than it was.
    private var changed: [UInt64: [UInt8]] = [:]

    var last: UInt64 { numbers.last ?? 0 }

    mutating func put(_ folded: [UInt8]?, at number: UInt64) {
        guard number <= last else { return append(folded, number) }
        let place = numbers.firstAtLeast(number)
        if numbers[place] == number { wipe(place) }
        changed[number] = folded
    }

    /// In the order of their numbers.
    func search(_ query: SearchQuery) -> [UInt64] {
        var found: [UInt64] = []
        guard let longest = query.needles.first else { return [] }
        let (span, others) = (bytes.span, query.needles.dropFirst())
        var place = 0
        while let hit = ByteSearch.first(longest, in: span, from: place) {
            let entry = starts.firstAtLeast(hit + 1) - 1
            let end = end(of: entry)
            if others.allSatisfy({ ByteSearch.first($0, in: span, from: starts[entry], to: end) != nil }) {
                found.append(numbers[entry])
            }
            place = end
        }
        let again = changed.filter { query.isMet(by: $0.value) }.map(\.key)
        return again.isEmpty ? found : (found + again).sorted()
    }

    private mutating func append(_ folded: [UInt8]?, _ number: UInt64) {
        // What says nothing is kept too, so that the last number is that of the last entry.
        numbers.append(number)
        starts.append(bytes.count)
        bytes += folded ?? []
        bytes.append(0)
    }

    private func end(of entry: Int) -> Int { entry + 1 < starts.count ? starts[entry + 1] : bytes.count }

    private mutating func wipe(_ entry: Int) {
        for index in starts[entry]..<end(of: entry) { bytes[index] = 0 }
    }
}

extension Array where Element: Comparable {
    /// The first place, in an array in order, whose element isn't less.
    fileprivate func firstAtLeast(_ element: Element) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
