import MLS
import Sodium
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct SecretTreeVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(SecretTreeVector.counts() == [1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 7: 3])
        #expect(SecretTreeVector.supported().count == 6)
    }

    @Test(arguments: SecretTreeVector.supported())
    func derivesSenderDataKeysAsPublished(_ vector: SecretTreeVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let secret = SenderDataSecret(suite, Secret(copying: vector.senderData.senderDataSecret.bytes))
        secret.key(for: vector.senderData.ciphertext.bytes.span).withParts { key, nonce in
            #expect([UInt8](spanned: key) == vector.senderData.key.bytes)
            #expect([UInt8](spanned: nonce) == vector.senderData.nonce.bytes)
        }
    }

    @Test(arguments: SecretTreeVector.supported()) func sealsWithThePublishedKeys(_ vector: SecretTreeVector) throws {
        var tree = try tree(vector)
        for (index, turns) in vector.leaves.enumerated() {
            let leaf = LeafIndex(rawValue: UInt32(index))
            for turn in turns {
                try expect(turn.handshakeKey, turn.handshakeNonce, after: turn, leaf, .commit, &tree)
                try expect(turn.applicationKey, turn.applicationNonce, after: turn, leaf, .application, &tree)
            }
        }
    }

    /// Turns the ratchet until it gives the generation's key.
    private func expect(
        _ key: HexBytes, _ nonce: HexBytes, after turn: SecretTreeVector.Turn, _ leaf: LeafIndex, _ type: ContentType,
        _ tree: inout SecretTree
    ) throws {
        while true {
            let next = try tree.nextKey(of: leaf, for: type)
            guard next.generation.rawValue == turn.generation else { continue }
            next.key.withParts {
                #expect([UInt8](spanned: $0) == key.bytes)
                #expect([UInt8](spanned: $1) == nonce.bytes)
            }
            return
        }
    }

    @Test(arguments: SecretTreeVector.supported())
    func opensWithThePublishedKeysInAnyOrder(_ vector: SecretTreeVector) throws {
        var tree = try tree(vector)
        for (index, turns) in vector.leaves.enumerated().reversed() {
            for turn in turns.reversed() {
                let leaf = LeafIndex(rawValue: UInt32(index))
                let generation = Generation(rawValue: turn.generation)
                let application = try tree.take(leaf, .application, generation)
                let handshake = try tree.take(leaf, .proposal, generation)
                application.withParts { key, nonce in
                    #expect([UInt8](spanned: key) == turn.applicationKey.bytes)
                    #expect([UInt8](spanned: nonce) == turn.applicationNonce.bytes)
                }
                handshake.withParts { key, nonce in
                    #expect([UInt8](spanned: key) == turn.handshakeKey.bytes)
                    #expect([UInt8](spanned: nonce) == turn.handshakeNonce.bytes)
                }
            }
        }
    }

    private func tree(_ vector: SecretTreeVector) throws -> SecretTree {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let leafCount = try #require(LeafCount(UInt64(vector.leaves.count)))
        return SecretTree(
            suite, encryptionSecret: Secret(copying: vector.encryptionSecret.bytes), leafCount: leafCount)
    }
}

extension SecretTree {
    /// Takes out the key of a message that opened.
    mutating func take(
        _ leaf: LeafIndex, _ type: ContentType, _ generation: Generation, _ limits: RatchetLimits = RatchetLimits()
    ) throws -> MessageKey {
        let (key, part) = try key(of: leaf, for: type, generation, limits)
        replace(part)
        return key
    }
}
