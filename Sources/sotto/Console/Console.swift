import Terminal

/// Where what is said is shown and typed. All calls return at once; what they show appears in order.
protocol Console: Sendable {
    /// Begins to read. `onInput` runs on a queue of the console's; while it runs, nothing further is read.
    func start(onInput: @escaping @Sendable (ConsoleInput) -> Void) throws(Failure)
    /// A result: goes to standard output. `shown` runs once it is out, and never if it can't be.
    func show(_ line: ConsoleLine, shown: @escaping @Sendable () -> Void)
    /// Words about what is done: goes to standard error. Dropped where much of it waits already.
    func tell(_ line: ConsoleLine)
    /// Returns when everything is out and the terminal is as it was.
    ///
    /// - Parameter hurried: doesn't wait for a standard output that nobody reads.
    func finish(hurried: Bool)
}

extension Console {
    func show(_ line: ConsoleLine) { show(line, shown: {}) }
}
