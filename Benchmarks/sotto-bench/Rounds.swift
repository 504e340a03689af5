/// What each contender took in each round, in nanoseconds for one operation.
struct Rounds {
    /// By contender, then by round.
    let nanoseconds: [[Double]]

    /// Lets the contenders run in turns, in short rounds: what slows the machine for a while slows all of them. Every
    /// other round goes backwards, so that none always runs in the wake of the same neighbour.
    static func measure(_ contenders: [Contender], count: Int) async throws -> Rounds {
        var nanoseconds = contenders.map { _ in [Double]() }
        for contender in contenders { _ = try await contender.run() }
        for round in 0..<count {
            let order = round.isMultiple(of: 2) ? Array(contenders.indices) : contenders.indices.reversed()
            for index in order {
                let contender = contenders[index]
                nanoseconds[index].append(try await contender.run() / Double(contender.operationCount))
            }
        }
        return Rounds(nanoseconds: nanoseconds)
    }

    func median(of contender: Int) -> Double { Quantile.median(nanoseconds[contender]) }

    /// The floor's cost over the contender's, within each round. A floor of several parts is their sum.
    func ratios(floor: [Int], to contender: Int) -> [Double] {
        nanoseconds[contender].indices.map { round in
            floor.reduce(0) { $0 + nanoseconds[$1][round] } / nanoseconds[contender][round]
        }
    }
}
