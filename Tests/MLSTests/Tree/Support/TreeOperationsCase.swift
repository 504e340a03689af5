import MLS
import Testing

/// An operation of `tree-operations.json`.
struct TreeOperationsCase: Decodable, Sendable, CustomTestStringConvertible {
    let suite: UInt16
    let before: String
    let proposal: String
    let sender: UInt32
    let hashBefore: String
    let after: String
    let hashAfter: String

    enum CodingKeys: String, CodingKey {
        case suite = "cipher_suite"
        case before = "tree_before"
        case proposal
        case sender = "proposal_sender"
        case hashBefore = "tree_hash_before"
        case after = "tree_after"
        case hashAfter = "tree_hash_after"
    }

    var testDescription: String { "suite \(suite), proposal type \(proposal.prefix(4)), sender \(sender)" }

    static let all: [TreeOperationsCase] = VectorFolder.mls("tree-operations.json")
    static let ours = all.filter { CipherSuite(rawValue: $0.suite) != nil }
}
