/// One test of a group.
protocol WycheproofTest: Decodable, Sendable {
    /// Its number in the file.
    var tcId: Int { get }
}
