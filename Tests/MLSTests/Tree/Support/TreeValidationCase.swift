import MLS
import Testing

/// A tree of `tree-validation.json`.
struct TreeValidationCase: Decodable, Sendable, CustomTestStringConvertible {
    let suite: UInt16
    let tree: String
    let groupID: String
    let resolutions: [[UInt64]]
    let treeHashes: [String]

    enum CodingKeys: String, CodingKey {
        case suite = "cipher_suite"
        case tree
        case groupID = "group_id"
        case resolutions
        case treeHashes = "tree_hashes"
    }

    var testDescription: String { "suite \(suite), \(treeHashes.count) nodes, group \(groupID.prefix(8))" }

    static let all: [TreeValidationCase] = VectorFolder.mls("tree-validation.json")
    static let ours = all.filter { CipherSuite(rawValue: $0.suite) != nil }
}
