package import NIOCore

/// How long to wait before dialling again: doubling from half a second to a minute, each wait drawn at random between
/// half of it and all of it, so that a relay that comes back isn't met by everybody at once.
package struct Backoff: Sendable {
    static let firstMilliseconds: Int64 = 500
    static let longestMilliseconds: Int64 = 60_000

    private let firstMilliseconds: Int64
    private let longestMilliseconds: Int64
    private var ceilingMilliseconds: Int64

    package init() {
        self.init(firstMilliseconds: Self.firstMilliseconds, longestMilliseconds: Self.longestMilliseconds)
    }

    package init(firstMilliseconds: Int64, longestMilliseconds: Int64) {
        self.firstMilliseconds = firstMilliseconds
        self.longestMilliseconds = longestMilliseconds
        ceilingMilliseconds = firstMilliseconds
    }

    package mutating func next(using generator: inout some RandomNumberGenerator) -> TimeAmount {
        let ceiling = ceilingMilliseconds
        ceilingMilliseconds = min(ceiling * 2, longestMilliseconds)
        return .milliseconds(.random(in: ceiling / 2...ceiling, using: &generator))
    }

    package mutating func next() -> TimeAmount {
        var generator = SystemRandomNumberGenerator()
        return next(using: &generator)
    }

    /// A line stood: the next wait is short again.
    package mutating func reset() { ceilingMilliseconds = firstMilliseconds }
}
