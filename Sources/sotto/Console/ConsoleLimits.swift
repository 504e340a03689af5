/// Every bound of the consoles, with its unit.
enum ConsoleLimits {
    /// Words about what is done that wait for a standard output or error that has stopped; further ones are dropped.
    static let waitingTellsMax = 4_096
    /// Of a result that is one line.
    static let resultScalarsMax = 8_192
    /// How long a stopped standard output is waited for at the end.
    static let finishSeconds = 2
    /// Marks on one character of a JSON string that stand as they are; further ones are escaped.
    static let jsonMarksMax = 2
}
