/// What the program's exit code says. Scripts rely on the numbers; `docs` and `--help` list them.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// The message says what happened and the command that mends it.
    case failed = 1
    /// A key changed, or doesn't match what was given.
    case keyChanged = 3
    /// The relay can't be reached, or (with `--silent`) doesn't know us.
    case unreachable = 4
    /// Not a member, not allowed, over a quota.
    case refused = 5
    /// This home is in use by another process.
    case inUse = 6
    /// The store or a key file is damaged, or the passphrase is wrong.
    case damaged = 7
    case wrongUsage = 64
}
