/// A benchmark that measures something else than it says must not go on.
enum BenchmarkError: Error {
    case doesNotOpen
    case doesNotVerify
    case unexpectedMessage
    case notStaged
}
