import Identity

// When who is asked.
extension Mending {
    /// When this device gives up waiting to be added again behind a commit, and takes it for one that nobody follows.
    var patienceEndsSeconds: UInt64? {
        reason == .ownPath ? sinceSeconds + ChatLimits.mendingPatienceSeconds : nil
    }

    /// A clock that was set back must not make anybody wait for years.
    mutating func follow(clock nowSeconds: UInt64) {
        guard nowSeconds < sinceSeconds else { return }
        sinceSeconds = nowSeconds
        nextRoundSeconds = min(nextRoundSeconds, nowSeconds + pauseSeconds)
    }

    private var pauseSeconds: UInt64 {
        let longest = ChatLimits.mendingLongestPauseSeconds
        return min(longest, ChatLimits.mendingPauseSeconds << (2 * UInt64(min(round, 8))))
    }

    mutating func roundIsOver(nowSeconds: UInt64) {
        nextRoundSeconds = nowSeconds + pauseSeconds
        round += 1
    }

    /// - Returns: those that are for nothing any more.
    mutating func keep(_ package: [UInt8]) -> [[UInt8]] {
        packages.append(package)
        let surplus = max(0, packages.count - Self.packagesMax)
        defer { packages.removeFirst(surplus) }
        return Array(packages.prefix(surplus))
    }

    /// Those who are asked this time, in an order that was drawn.
    func turn(of identities: [IdentityKey]) -> [IdentityKey] {
        func place(_ identity: IdentityKey) -> [UInt8] {
            identity.bytes.enumerated().map { $1 ^ order[$0 % order.count] }
        }
        let shuffled = identities.sorted { place($0).lexicographicallyPrecedes(place($1)) }
        guard !shuffled.isEmpty else { return [] }
        let first = Int(round) * ChatLimits.mendingAskedMax
        let asked = (first..<first + ChatLimits.mendingAskedMax).map { shuffled[$0 % shuffled.count] }
        return shuffled.filter(asked.contains)
    }

    private static let packagesMax = 4
}
