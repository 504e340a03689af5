/// What the program's exit code says. Scripts rely on the numbers; README.md and `--help` list them.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// The message says what happened and the command that mends it.
    case failed = 1
    /// A key changed, or doesn't match what was given.
    case keyChanged = 3
    /// The relay can't be reached, or (with `--silent`) doesn't know us.
    case unreachable = 4
    /// Not on the allow list, or over a limit.
    case refused = 5
    /// This home is in use by another process.
    case inUse = 6
    /// A key or another file in the home is damaged or lost.
    case damaged = 7
    case wrongUsage = 64
}
