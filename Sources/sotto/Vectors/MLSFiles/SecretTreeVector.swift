import MLS

/// `secret-tree.json`: the keys of an epoch's messages, by sender and generation.
struct SecretTreeVector: MLSVector {
    struct SenderData: Decodable, Sendable {
        let senderDataSecret, ciphertext, key, nonce: VectorBytes
    }

    struct Turn: Decodable, Sendable {
        let generation: UInt32
        let handshakeKey, handshakeNonce, applicationKey, applicationNonce: VectorBytes
    }

    static let suiteName = "mls-secret-tree"
    static let field = "sender_data"

    let cipherSuite: UInt16
    let senderData: SenderData
    let encryptionSecret: VectorBytes
    let leaves: [[Turn]]

    func passes(_ suite: CipherSuite) throws -> Bool {
        let senderKey = SenderDataSecret(suite, senderData.senderDataSecret.secret)
            .key(for: senderData.ciphertext.bytes.span)
        guard senderKey.hasParts(senderData.key, senderData.nonce), let size = LeafCount(UInt64(leaves.count)) else {
            return false
        }
        var tree = SecretTree(suite, encryptionSecret: encryptionSecret.secret, leafCount: size)
        for (index, turns) in leaves.enumerated() {
            let leaf = LeafIndex(rawValue: UInt32(clamping: index))
            for turn in turns where try !turn.isTaken(from: &tree, leaf) { return false }
        }
        return true
    }
}

extension SecretTreeVector.Turn {
    fileprivate func isTaken(from tree: inout SecretTree, _ leaf: LeafIndex) throws -> Bool {
        let handshake = try tree.take(leaf, .proposal, generation)
        let application = try tree.take(leaf, .application, generation)
        return handshake.hasParts(handshakeKey, handshakeNonce)
            && application.hasParts(applicationKey, applicationNonce)
    }
}

extension SecretTree {
    fileprivate mutating func take(_ leaf: LeafIndex, _ type: ContentType, _ generation: UInt32) throws -> MessageKey {
        let (key, part) = try key(of: leaf, for: type, Generation(rawValue: generation), RatchetLimits())
        replace(part)
        return key
    }
}

extension MessageKey {
    fileprivate func hasParts(_ key: VectorBytes, _ nonce: VectorBytes) -> Bool {
        withParts { key.equals($0) && nonce.equals($1) }
    }
}
