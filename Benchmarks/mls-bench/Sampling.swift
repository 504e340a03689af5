import MLS

/// The samples of one operation and of its floor, round for round.
struct Sampling {
    private let operation: Operation
    private let machine: Machine
    private var ours: [Double] = []
    private var floors: [Double] = []

    init(_ operation: Operation, _ suite: CipherSuite) throws {
        self.operation = operation
        machine = try Machine(operation.floor, suite)
    }

    /// Runs the operation and its floor once, every other round backwards: what slows the machine for a while slows
    /// both.
    mutating func run(round: Int) throws {
        let isForwards = round.isMultiple(of: 2)
        if isForwards { ours.append(try operation.run()) }
        floors.append(try Clock.cpu.time { for _ in 0..<operation.floorCount { try machine.run() } })
        if !isForwards { ours.append(try operation.run()) }
    }

    /// In the first round buffers reach their size: it isn't counted.
    var measured: Measured {
        let (ours, floors) = (Array(ours.dropFirst()), Array(floors.dropFirst()))
        let count = Double(operation.count)
        return Measured(
            nanoseconds: Quantile.median(ours) / count, floorNanoseconds: Quantile.median(floors) / count,
            ratio: Quantile.median(zip(ours, floors).map { $0 / $1 }))
    }
}
