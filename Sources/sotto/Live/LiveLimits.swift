/// Every bound of a client that somebody talks at, with its unit.
enum LiveLimits {
    /// Messages of this run that aren't on the relay's disk yet. A pipe waits; a person is told.
    static let unsentMax = 1_000
    /// Entries of a room that are shown where somebody comes into it.
    static let pastEntries = 20
    /// Entries that are on their way to a screen at once: one that has stopped is waited for.
    static let unshownEntriesMax = 256
    /// Commands that were typed and wait for the one before them.
    static let waitingCommandsMax = 64
    /// How long piped input that was said to the end waits for a relay from which nothing comes.
    static let patienceSeconds = 60
}
