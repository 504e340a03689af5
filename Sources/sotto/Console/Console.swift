import Terminal

/// Where a talk is shown and typed. All calls return at once; what they show appears in order.
protocol Console: Sendable {
    /// Begins to read. `onInput` runs on a queue of the console's; while it runs, nothing further is read.
    func start(onInput: @escaping @Sendable (ConsoleInput) -> Void) throws(Failure)
    /// A result: goes to standard output. `shown` runs once it is out.
    func show(_ line: ConsoleLine, shown: @escaping @Sendable () -> Void)
    /// Talk about the talk: goes to standard error.
    func tell(_ line: ConsoleLine)
    /// Returns when everything is out and the terminal is as it was.
    func finish()
}

extension Console {
    func show(_ line: ConsoleLine) { show(line, shown: {}) }
}
