/// What kind of vectors a file holds, and how many, as far as can be told without knowing the kind.
enum VectorFileHeader: Decodable {
    case wycheproof(algorithm: String, groupTypes: Set<String>, count: Int)
    case noise
    /// `fields` are those of the first case.
    case list(fields: Set<String>, count: Int)
    case other(count: Int)

    private struct Group: Decodable {
        let type: String?
        let tests: [VectorJSON.Anything]?
    }

    private struct Vector: Decodable {
        let protocolName: String?
        private enum CodingKeys: String, CodingKey { case protocolName = "protocol_name" }
    }

    /// The names of an object's fields; of anything else none.
    private struct Fields: Decodable {
        let names: Set<String>

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) {
            names = Set((try? decoder.container(keyedBy: Name.self))?.allKeys.map(\.stringValue) ?? [])
        }
    }

    private enum CodingKeys: CodingKey { case algorithm, testGroups, vectors }

    init(from decoder: any Decoder) throws {
        if let array = try? decoder.singleValueContainer().decode([Fields].self) {
            self = .list(fields: array.first?.names ?? [], count: array.count)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let algorithm = try? container.decode(String.self, forKey: .algorithm),
            let groups = try? container.decode([Group].self, forKey: .testGroups)
        {
            self = .wycheproof(
                algorithm: algorithm, groupTypes: Set(groups.compactMap(\.type)),
                count: groups.map { $0.tests?.count ?? 0 }.reduce(0, +))
        } else if let vectors = try? container.decode([Vector].self, forKey: .vectors),
            vectors.contains(where: { $0.protocolName != nil })
        {
            self = .noise
        } else {
            self = .other(count: 1)
        }
    }
}
