/// The most that something may cost. All goals are for suite 0x0003.
enum Goal {
    /// Times the floor.
    case ratio(Double)
    case milliseconds(Double)
    case bytes(Double)
    /// Times as long as for a smaller group.
    case quotient(Double)

    func isMet(by entry: Entry) -> Bool {
        switch self {
        case .ratio(let limit): entry.ratio.map { $0 <= limit } ?? false
        case .milliseconds(let limit): entry.value <= limit * 1e6
        case .bytes(let limit), .quotient(let limit): entry.value <= limit
        }
    }

    /// How much of it is used up, in percent.
    func share(of entry: Entry) -> Double {
        switch self {
        case .ratio(let limit): (entry.ratio ?? 0) / limit * 100
        case .milliseconds(let limit): entry.value / limit / 1e4
        case .bytes(let limit), .quotient(let limit): entry.value / limit * 100
        }
    }
}
