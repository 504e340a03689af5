import MLS
import TLSCodec

extension LeafNode {
    /// The same member with a new key, not signed.
    func renewed(_ key: HPKEPublicKey, _ source: LeafNodeSource) -> LeafNode {
        LeafNode(
            encryptionKey: key, signatureKey: signatureKey, credential: credential, capabilities: capabilities,
            source: source, extensions: extensions)
    }

    func signed(
        by key: SignatureSecretKey, _ suite: CipherSuite, groupID: GroupID, at index: LeafIndex
    ) throws(MLSError) -> LeafNode {
        do throws(CodecError) {
            let content = try toBeSigned(groupID: groupID, leafIndex: index)
            return signed(suite.sign(key, "LeafNodeTBS", content.span))
        } catch { throw .malformed(error) }
    }
}
