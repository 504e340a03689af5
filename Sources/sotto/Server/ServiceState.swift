/// What a service tells its manager, in the words of `sd_notify(3)`.
enum ServiceState: Equatable, Sendable {
    /// It listens, or listens again after ``reloading(monotonicMicroseconds:)``.
    case ready(status: String)
    /// `monotonicMicroseconds`: now, by the monotonic clock, so that the manager knows which reload this is.
    case reloading(monotonicMicroseconds: UInt64)
    case stopping
    /// It isn't stuck.
    case alive

    var lines: String {
        switch self {
        case .ready(let status): "READY=1\nSTATUS=" + status.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .reloading(let now): "RELOADING=1\nMONOTONIC_USEC=\(now)"
        case .stopping: "STOPPING=1"
        case .alive: "WATCHDOG=1"
        }
    }
}
