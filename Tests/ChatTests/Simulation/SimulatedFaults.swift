/// In how many steps one thing breaks, on average; 0: never.
struct SimulatedFaults {
    var lostLines = 0
    /// Of a request that the relay has done.
    var lostAnswers = 0
    var crashes = 0
    var fullDisks = 0
    /// Of a request, by a relay that can't just now or has no room.
    var refusals = 0

    static let none = SimulatedFaults()
    static let many = SimulatedFaults(lostLines: 60, lostAnswers: 30, crashes: 120, fullDisks: 40, refusals: 30)

    func breaks(_ oneIn: Int, _ random: inout some RandomNumberGenerator) -> Bool {
        oneIn > 0 && Int.random(in: 0..<oneIn, using: &random) == 0
    }
}
