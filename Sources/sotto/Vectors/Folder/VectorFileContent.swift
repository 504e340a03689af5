/// What a file turned out to be.
enum VectorFileContent {
    case suite(VectorSuite)
    /// Vectors of something that isn't built in, or in a form that we don't read.
    case skipped(suite: String, count: Int, reason: String)
    /// It should be vectors, and can't be read as such: damaged, or cut short.
    case unreadable(suite: String)
    /// No vectors at all.
    case nothing

    /// The name that the file gives itself; nil if it holds nothing.
    var suite: String? {
        switch self {
        case .suite(let suite): suite.name
        case .skipped(let name, _, _), .unreadable(let name): name
        case .nothing: nil
        }
    }

    /// Runs what there is to run.
    func tally(named name: String, path: String) -> VectorTally {
        var tally = VectorTally(suite: name)
        switch self {
        case .suite(let suite): tally.add(suite.tally())
        case .skipped(_, let count, let reason): tally.skip(count, because: reason)
        case .unreadable, .nothing: tally.fail("\(path): can't be read as vectors")
        }
        return tally
    }
}
