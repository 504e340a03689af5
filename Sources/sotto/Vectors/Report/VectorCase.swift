/// One published case, ready to run: pure, so that it may run anywhere and any number of times.
package struct VectorCase: Sendable {
    /// Names the case in its suite, for whoever looks for it in the file.
    package let id: String
    /// What is worth saying about the case if it passes, such as which leniency of a file we refuse.
    package let notes: [String]
    package let run: @Sendable () -> VectorOutcome

    /// A case that passes if `check` answers true. An error that it lets out is a failure.
    package init(_ id: String, notes: [String] = [], check: @escaping @Sendable () throws -> Bool) {
        self.id = id
        self.notes = notes
        run = { (try? check()) == true ? .passed : .failed }
    }

    package init(_ id: String, skippedBecause reason: String) {
        self.id = id
        notes = []
        run = { .skipped(reason: reason) }
    }
}
