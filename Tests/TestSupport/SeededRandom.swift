import Foundation

/// SplitMix64: random numbers that come again from the same seed.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package static func announced(_ place: String = #function) -> SeededRandom {
        SeededRandom(seed: announcedSeed(place))
    }

    /// A new seed each run, printed so that a failure can be repeated: `SOTTO_SEED` gives it again.
    package static func announcedSeed(_ place: String) -> UInt64 {
        let seed = givenSeed ?? UInt64.random(in: 0...UInt64.max)
        print("\(place): seed \(seed)")
        return seed
    }

    private static let givenSeed: UInt64? = ProcessInfo.processInfo.environment["SOTTO_SEED"].map { text in
        guard let seed = UInt64(text) else { preconditionFailure("SOTTO_SEED is no seed: \(text)") }
        return seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    package mutating func bytes(count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }
}
