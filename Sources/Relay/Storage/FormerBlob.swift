/// The blob of a public state that was replaced, as it counts among its room's.
package struct FormerBlob: Hashable, Sendable {
    private let account: AccountRow
    private let byteCount: Int

    /// - Parameter account: who put it.
    package init(account: AccountRow, byteCount: Int) {
        self.account = account
        self.byteCount = byteCount
    }

    /// Which of a room's, the oldest first, must go so that the others stay within both bounds: always the oldest of
    /// the account that has most, so that nobody drives out another's by putting many.
    package static func excess(of former: [FormerBlob], bytesMax: Int, countMax: Int) -> [Int] {
        var byteCount = former.reduce(0) { $0.addingClamped($1.byteCount) }
        guard byteCount > bytesMax || former.count > countMax else { return [] }
        var left: [AccountRow: (weight: Int, places: ArraySlice<Int>)] = [:]
        for (place, blob) in former.enumerated() {
            let weight = left[blob.account]?.weight ?? 0
            left[blob.account, default: (0, [])].places.append(place)
            left[blob.account]?.weight = weight.addingClamped(blob.weight)
        }
        var dropped: [Int] = []
        while byteCount > bytesMax || former.count - dropped.count > countMax {
            // Of those that have as much, the one whose oldest is the oldest.
            let most = left.max {
                ($0.value.weight, -($0.value.places.first ?? 0)) < ($1.value.weight, -($1.value.places.first ?? 0))
            }
            guard let account = most?.key, let place = left[account]?.places.popFirst() else { break }
            left[account]?.weight -= former[place].weight
            byteCount -= former[place].byteCount
            dropped.append(place)
        }
        return dropped
    }

    private var weight: Int { byteCount.addingClamped(RelayLimits.formerBlobOverheadBytes) }
}
