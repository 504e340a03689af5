import MLS
import Sodium

/// The secrets of RFC 9420 §9 on the way to one leaf of a tree of four, derived by the formulas themselves.
struct KnownSecrets {
    /// From the root to the leaf.
    let path: [[UInt8]]
    let sibling: [UInt8]
    let uncle: [UInt8]
    let handshake: [UInt8]
    /// Of the generations of the application ratchet.
    let ratchet: [[UInt8]]
    /// Key and nonce of each.
    let keys: [[UInt8]]

    /// The last leaf: every step goes to the right.
    init(_ epoch: SealingEpoch, leaf: Int) {
        precondition(leaf == 3 && epoch.leafCount.rawValue == 4)
        let suite = epoch.suite
        func expand(_ secret: [UInt8], _ label: Label, _ context: String = "", _ count: Int = 32) -> [UInt8] {
            let context = Array(context.utf8)
            return suite.expandWithLabel(secret.span, label, context: context.span, byteCount: count).copied
        }
        let root = epoch.encryptionSecret.copied
        let parent = expand(root, "tree", "right")
        let leafSecret = expand(parent, "tree", "right")
        path = [root, parent, leafSecret]
        sibling = expand(parent, "tree", "left")
        uncle = expand(root, "tree", "left")
        handshake = expand(leafSecret, "handshake")
        var secret = expand(leafSecret, "application")
        var ratchet = [secret]
        var keys: [[UInt8]] = []
        for number in 0..<3 {
            let generation = Generation(rawValue: UInt32(number))
            func turn(_ label: Label, _ count: Int) -> [UInt8] {
                suite.deriveTreeSecret(secret.span, label, generation: generation, byteCount: count).copied
            }
            keys.append(turn("key", suite.keyByteCount) + turn("nonce", suite.nonceByteCount))
            secret = turn("secret", 32)
            ratchet.append(secret)
        }
        self.ratchet = ratchet
        self.keys = keys
    }
}
