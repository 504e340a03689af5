/// A case of a file that is a list of cases alike, as the files of MLS and HPKE are.
protocol ListedVector: Decodable, Sendable {
    static var suiteName: String { get }
    /// A field that each case has and no other kind: the files don't say otherwise what they are.
    static var field: String { get }
    /// What the case asks for and this program hasn't; nil if it can run.
    var missing: MissingPart? { get }
    /// What is worth saying about the case if it passes.
    var notes: [String] { get }
    /// Whether this program computes what the case says. Throwing counts as no.
    func passes() throws -> Bool
}

extension ListedVector {
    var missing: MissingPart? { nil }

    var notes: [String] { [] }

    /// The file's cases, named `path:number`, from 1 on.
    ///
    /// - Throws: if a case hasn't the shape of this kind.
    static func cases(of file: VectorFile) throws -> [VectorCase] {
        let vectors = try VectorJSON.decodeSnakeCase([Self].self, from: file.bytes)
        let missing = Set(vectors.compactMap(\.missing))
        return vectors.enumerated().map { index, vector in
            let id = "\(file.path):\(index + 1)"
            guard let part = vector.missing else {
                return VectorCase(id, notes: vector.notes) { try vector.passes() }
            }
            return VectorCase(id, skippedBecause: part.reason(among: missing))
        }
    }
}
