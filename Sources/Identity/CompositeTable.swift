/// The primary composites of Unicode, without Hangul, in both directions.
struct CompositeTable: Sendable {
    private var parts: [Unicode.Scalar: Pair] = [:]
    private var composites: [Pair: Unicode.Scalar] = [:]

    private struct Pair: Hashable, Sendable {
        let first: Unicode.Scalar
        let second: Unicode.Scalar
    }

    /// Triples as ``UnicodeTable`` writes them: composite, first, second …
    init(packed: String) {
        let scalars = UnicodeTable.numbers(in: packed).compactMap(Unicode.Scalar.init)
        for index in stride(from: 0, to: scalars.count - 2, by: 3) {
            let pair = Pair(first: scalars[index + 1], second: scalars[index + 2])
            parts[scalars[index]] = pair
            composites[pair] = scalars[index]
        }
    }

    func parts(of scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
        parts[scalar].map { ($0.first, $0.second) }
    }

    func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        composites[Pair(first: first, second: second)]
    }
}
