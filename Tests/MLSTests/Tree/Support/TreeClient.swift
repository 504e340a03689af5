import HPKE
import MLS
import Sodium
import TLSCodec

/// A client with real keys, and the leaves that it signs.
struct TreeClient {
    let suite: CipherSuite
    let name: String
    let signatureKey = SignatureSecretKey()
    var leafKey: KEMSecretKey
    var capabilities: Capabilities
    var credential: Credential

    static let groupID = GroupID(Array("a group".utf8))

    init(_ name: String, _ suite: CipherSuite = .x25519ChaCha20Poly1305) {
        self.name = name
        self.suite = suite
        leafKey = .random(suite.hpke.kem)
        capabilities = Capabilities(cipherSuites: [suite.rawValue])
        credential = .basic(identity: Array(name.utf8))
    }

    /// The leaf of a key package.
    func leaf(extensions: Extensions = [], lifetime: Lifetime = .ofTests) throws(MLSError) -> LeafNode {
        try leaf(HPKEPublicKey(leafKey.publicKey), .keyPackage(lifetime), at: 0, extensions: extensions)
    }

    func leaf(
        _ key: HPKEPublicKey, _ source: LeafNodeSource, at index: UInt32, extensions: Extensions = []
    ) throws(MLSError) -> LeafNode {
        let leaf = LeafNode(
            encryptionKey: key, signatureKey: signatureKey.publicKey, credential: credential,
            capabilities: capabilities, source: source, extensions: extensions)
        return try leaf.signed(by: signatureKey, suite, groupID: Self.groupID, at: LeafIndex(rawValue: index))
    }

    /// A path of this client's, in a tree where it stands or will stand at `index`.
    func renewPath(of index: LeafIndex, in tree: inout RatchetTree) throws(MLSError) -> NewPath {
        try tree.renewPath(of: index, random: .system) { (key, parentHash) throws(MLSError) in
            try leaf(key, .commit(parentHash: parentHash), at: index.rawValue)
        }
    }
}
