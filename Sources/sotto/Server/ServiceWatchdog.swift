/// Tells a service manager that asks for it, again and again, that this process isn't stuck.
struct ServiceWatchdog: Sendable {
    /// Half of what the manager waits.
    let interval: Duration

    /// - Returns: `nil` unless the manager asks this very process (`WATCHDOG_USEC`, `WATCHDOG_PID`).
    init?(environment: (String) -> String? = Environment.value, own: ProcessNumber = .own) {
        guard let microseconds = environment("WATCHDOG_USEC").flatMap({ Int(digits: $0[...]) }), microseconds > 0,
            environment("WATCHDOG_PID").map({ $0 == "\(own.value)" }) != false
        else { return nil }
        interval = max(.microseconds(microseconds / 2), .milliseconds(ServerLimits.watchdogIntervalMillisecondsMin))
    }

    /// Runs until its task is cancelled.
    ///
    /// - Parameter probe: goes through whatever must still move, and returns when it did. While it doesn't, the manager
    ///   hears nothing, and at last starts the process anew.
    func run(probe: @Sendable () async -> Void, tell: @Sendable () -> Void) async {
        while !Task.isCancelled {
            await probe()
            guard !Task.isCancelled else { return }
            tell()
            try? await Task.sleep(for: interval)
        }
    }
}
