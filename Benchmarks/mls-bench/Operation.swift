/// Something to be measured, in samples long enough for a clock.
struct Operation {
    /// How often a sample does it.
    let count: Int
    /// What a sample can't do without: so much arithmetic, so often.
    let floor: Arithmetic
    let floorCount: Int
    /// Does it `count` times and says what that took, in nanoseconds, without what had to be prepared.
    let run: () throws -> Double

    /// - Parameter floor: of one operation.
    init(count: Int, floor: Arithmetic, run: @escaping () throws -> Double) {
        self.count = count
        self.floor = floor
        floorCount = count
        self.run = run
    }

    /// - Parameter floors: of each operation of a sample.
    init(floors: [Arithmetic], run: @escaping () throws -> Double) {
        count = floors.count
        floor = floors.reduce(Arithmetic.of()) { $0 + $1 }
        floorCount = 1
        self.run = run
    }
}
