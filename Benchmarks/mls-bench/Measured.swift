import MLS

/// What one operation costs, in nanoseconds, against its floor: medians over the rounds.
struct Measured {
    let nanoseconds: Double
    let floorNanoseconds: Double
    /// Ours over the floor, 1 being perfect: the median of the rounds' own ratios.
    let ratio: Double

    /// Lets the operation and its floor run in turns: what slows the machine for a while slows both. Every other round
    /// goes backwards.
    init(_ operation: Operation, _ suite: CipherSuite, rounds: Int) throws {
        let machine = try Machine(operation.floor, suite)
        var ours: [Double] = []
        var floors: [Double] = []
        for round in 0...rounds {
            let isForwards = round.isMultiple(of: 2)
            if isForwards { ours.append(try operation.run()) }
            floors.append(try Clock.cpu.time { for _ in 0..<operation.floorCount { try machine.run() } })
            if !isForwards { ours.append(try operation.run()) }
        }
        // In the first round buffers reach their size.
        (ours, floors) = (Array(ours.dropFirst()), Array(floors.dropFirst()))
        let count = Double(operation.count)
        nanoseconds = Quantile.median(ours) / count
        floorNanoseconds = Quantile.median(floors) / count
        ratio = Quantile.median(zip(ours, floors).map { $0 / $1 })
    }
}
