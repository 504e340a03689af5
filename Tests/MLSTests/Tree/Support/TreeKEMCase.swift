import MLS
import Testing

/// A group of `treekem.json`.
struct TreeKEMCase: Decodable, Sendable, CustomTestStringConvertible {
    struct PrivateLeaf: Decodable, Sendable {
        let index: UInt32
        let encryptionKey: String
        let signatureKey: String
        let pathSecrets: [NodeSecret]

        enum CodingKeys: String, CodingKey {
            case index
            case encryptionKey = "encryption_priv"
            case signatureKey = "signature_priv"
            case pathSecrets = "path_secrets"
        }
    }

    struct NodeSecret: Decodable, Sendable {
        let node: UInt64
        let secret: String

        enum CodingKeys: String, CodingKey {
            case node
            case secret = "path_secret"
        }
    }

    struct Path: Decodable, Sendable {
        let sender: UInt32
        let path: String
        let secrets: [String?]
        let commitSecret: String
        let hashAfter: String

        enum CodingKeys: String, CodingKey {
            case sender
            case path = "update_path"
            case secrets = "path_secrets"
            case commitSecret = "commit_secret"
            case hashAfter = "tree_hash_after"
        }
    }

    let suite: UInt16
    let groupID: String
    let epoch: UInt64
    let confirmedTranscriptHash: String
    let tree: String
    let leaves: [PrivateLeaf]
    let paths: [Path]

    enum CodingKeys: String, CodingKey {
        case suite = "cipher_suite"
        case groupID = "group_id"
        case epoch
        case confirmedTranscriptHash = "confirmed_transcript_hash"
        case tree = "ratchet_tree"
        case leaves = "leaves_private"
        case paths = "update_paths"
    }

    var testDescription: String { "suite \(suite), \(leaves.count) members, group \(groupID.prefix(8))" }

    static let all: [TreeKEMCase] = VectorFolder.mls("treekem.json")
    static let ours = all.filter { CipherSuite(rawValue: $0.suite) != nil }
}
