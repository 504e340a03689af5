import Testing

/// A tree of `tree-math.json`.
struct TreeMathCase: Decodable, Sendable, CustomTestStringConvertible {
    let leafCount: UInt64
    let nodeCount: UInt64
    let root: UInt64
    let left: [UInt64?]
    let right: [UInt64?]
    let parent: [UInt64?]
    let sibling: [UInt64?]

    enum CodingKeys: String, CodingKey {
        case leafCount = "n_leaves"
        case nodeCount = "n_nodes"
        case root, left, right, parent, sibling
    }

    var testDescription: String { "\(leafCount) leaves" }

    static let all: [TreeMathCase] = VectorFolder.mls("tree-math.json")
}
