/// A case of an embedded file, of whatever kind.
protocol EmbeddedCase: Decodable, Sendable {
    var id: String { get }
    /// Whether this program computes what the case says. Throwing counts as no.
    func passes() throws -> Bool
}
