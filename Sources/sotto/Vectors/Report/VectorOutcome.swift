/// What became of one case.
package enum VectorOutcome: Equatable, Sendable {
    case passed
    case failed
    case skipped(reason: String)
}
