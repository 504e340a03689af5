import MLS

/// What one operation costs, in nanoseconds, against its floor: medians over the rounds.
struct Measured {
    let nanoseconds: Double
    let floorNanoseconds: Double
    /// Ours over the floor, 1 being perfect: the median of the rounds' own ratios.
    let ratio: Double
}

extension Measured {
    init(_ operation: Operation, _ suite: CipherSuite, rounds: Int) throws {
        var sampling = try Sampling(operation, suite)
        for round in 0...rounds { try sampling.run(round: round) }
        self = sampling.measured
    }

    /// Two operations that are to be compared, in turns.
    static func inTurns(
        _ first: Operation, _ second: Operation, _ suite: CipherSuite, rounds: Int
    ) throws -> (Measured, Measured) {
        var (one, other) = (try Sampling(first, suite), try Sampling(second, suite))
        for round in 0...rounds {
            let isForwards = round.isMultiple(of: 2)
            if isForwards { try one.run(round: round) }
            try other.run(round: round)
            if !isForwards { try one.run(round: round) }
        }
        return (one.measured, other.measured)
    }
}
