/// A file of the embedded set: its name, where its values come from, and its cases by kind.
struct EmbeddedSuite: Decodable, Sendable {
    let suite: String
    /// The document and section, or that the project made the values, and with what.
    let source: String
    let groups: [EmbeddedGroup]

    var vectorSuite: VectorSuite {
        let cases = groups.flatMap(\.cases).map { embedded in VectorCase(embedded.id) { try embedded.passes() } }
        return VectorSuite(name: suite, cases: cases)
    }
}
