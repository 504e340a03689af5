/// One line of the table for one suite.
struct Entry {
    enum Unit { case nanoseconds, bytes, quotient }

    let operation: String
    let goal: Goal?
    let unit: Unit
    let value: Double
    /// What can't be done without, in the same unit.
    let floor: Double?
    let ratio: Double?
    /// Why the goal can't be met, if that is known.
    let reason: String?

    init(_ operation: String, _ goal: Goal?, _ measured: Measured) {
        self.init(
            operation, goal, .nanoseconds, measured.nanoseconds, floor: measured.floorNanoseconds,
            ratio: measured.ratio)
    }

    init(
        _ operation: String, _ goal: Goal?, _ unit: Unit, _ value: Double, floor: Double? = nil, ratio: Double? = nil,
        reason: String? = nil
    ) {
        self.operation = operation
        self.goal = goal
        self.unit = unit
        self.value = value
        self.floor = floor
        self.ratio = ratio
        self.reason = reason
    }

    /// How many times as long as `other`, which is the same for a smaller group.
    static func quotient(_ operation: String, _ goal: Goal, _ larger: Measured, over smaller: Measured) -> Entry {
        Entry(
            operation, goal, .quotient, larger.nanoseconds / smaller.nanoseconds,
            floor: larger.floorNanoseconds / smaller.floorNanoseconds)
    }
}
