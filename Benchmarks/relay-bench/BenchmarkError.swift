enum BenchmarkError: Error {
    case usage
    case relay
    case noSuchProcess
}
