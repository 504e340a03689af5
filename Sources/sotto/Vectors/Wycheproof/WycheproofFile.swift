/// A file of the Wycheproof project whose groups have one shape.
struct WycheproofFile<Group: WycheproofGroup>: Decodable {
    let numberOfTests: Int
    let testGroups: [Group]

    /// The cases, and one that fails if the file doesn't hold as many as it says.
    func cases(
        path: String, passes: @escaping @Sendable (Group, Group.Test) throws -> Bool
    ) -> [VectorCase] {
        let cases = testGroups.flatMap { group in
            group.tests.map { test in Self.vectorCase(test, in: group, path: path) { try passes(group, test) } }
        }
        guard cases.count != numberOfTests else { return cases }
        return cases + [VectorCase("\(path): holds \(cases.count) tests and says \(numberOfTests)") { false }]
    }

    private static func vectorCase(
        _ test: Group.Test, in group: Group, path: String, check: @escaping @Sendable () throws -> Bool
    ) -> VectorCase {
        let id = "\(path):\(test.tcId)"
        if let reason = group.skipReason { return VectorCase(id, skippedBecause: reason) }
        return VectorCase(id, notes: group.notes(test), check: check)
    }
}
