/// One line of the table: what something costs, against what it can't cost less than.
struct Figure: Codable {
    let name: String
    /// Bytes of a record's or a message's plaintext.
    let byteCount: Int?
    /// What the floor is.
    let floor: String
    let floorNanoseconds: Double
    let nanoseconds: Double
    /// The floor's cost over ours, 1 being perfect: the median over the rounds, and the quartiles around it.
    let ratio: Double
    let ratioLow: Double
    let ratioHigh: Double
    let goal: Double?
    let isMet: Bool?
    /// For each operation.
    let allocations: Double?
    let allocationsGoal: Double?

    init(
        _ name: String, byteCount: Int? = nil, floor: String, rounds: Rounds, floorParts: [Int], contender: Int,
        goal: Double? = nil, allocations: Double?, allocationsGoal: Double? = nil
    ) {
        let ratios = rounds.ratios(floor: floorParts, to: contender)
        self.name = name
        self.byteCount = byteCount
        self.floor = floor
        floorNanoseconds = floorParts.reduce(0) { $0 + rounds.median(of: $1) }
        nanoseconds = rounds.median(of: contender)
        ratio = Quantile.median(ratios)
        ratioLow = Quantile.at(0.25, of: ratios)
        ratioHigh = Quantile.at(0.75, of: ratios)
        self.goal = goal
        isMet = goal.map { [ratio] in ratio >= $0 && (allocations ?? 0) <= (allocationsGoal ?? .infinity) }
        self.allocations = allocations
        self.allocationsGoal = allocationsGoal
    }
}
