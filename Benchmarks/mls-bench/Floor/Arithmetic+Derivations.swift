import HPKE
import MLS

/// What is hashed, in calls of the compression function: HMAC of a short input under a key takes 4, under a key that was
/// absorbed before 2 (RFC 2104). A secret from which several are expanded is absorbed once.
extension Arithmetic {
    /// ExpandWithLabel of a secret that gives `count` others with short contexts (RFC 9420 §8).
    static func expand(_ count: Int) -> Arithmetic { .of(.compressions(2 + 2 * count)) }

    /// ExpandWithLabel with a context of so many bytes.
    static func expand(context byteCount: Int) -> Arithmetic { .of(.compressions(4 + byteCount / 64)) }

    /// What HPKE hashes for one message beside its info (RFC 9180 §4.1, §5.1). The shared secret: an extraction (2, for
    /// its key is constant) and an expansion (5); the schedule: an extraction (4), a key (5) and a nonce (3).
    static func hpkeHashes(_ suite: CipherSuite) -> Arithmetic {
        .of(.compressions(suite == .xWingChaCha20Poly1305 ? 12 : 19))
    }

    /// A node's key pair and the next node's secret, from a path secret (RFC 9420 §7.4).
    static func pathNode(_ suite: CipherSuite) -> Arithmetic { .expand(2) + .of(.keyPair, .compressions(6)) }

    /// A node of a new path in the tree: its parent hash (RFC 9420 §7.9) and its tree hash (§7.8).
    static func newNodeHashes(_ suite: CipherSuite) -> Arithmetic {
        .of(.hash(suite.publicKeyByteCount + 66), .hash(suite.publicKeyByteCount + 102))
    }

    /// The secrets of an epoch (RFC 9420 §8): joiner secret, intermediate secret and epoch secret, the nine that follow
    /// from it, the confirmation tag, and the interim transcript hash (§8.2).
    static func epoch(context byteCount: Int) -> Arithmetic {
        .of(.compressions(8)) + 2 * .expand(context: byteCount) + .expand(9) + .of(.compressions(6))
    }

    /// Every leaf's and every node's hash of a tree in which no node but the leaves has keys (RFC 9420 §7.8).
    static func treeHashes(leafCount: Int, leafByteCount: Int) -> Arithmetic {
        leafCount * .of(.hash(leafByteCount + 6), .hash(68))
    }
}

extension CipherSuite {
    var publicKeyByteCount: Int { hpke.kem.publicKeyByteCount }
}
