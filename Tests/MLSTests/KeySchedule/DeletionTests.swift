import MLS
import Sodium
import Testing

/// RFC 9420 §9.2: what was used, and what it was made from, is gone from the state that is stored.
struct DeletionTests {
    @Test(arguments: CipherSuite.all) func openingDeletesTheKeyAndAllAboveIt(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite, memberCount: 4)
        let secrets = KnownSecrets(epoch, leaf: 3)
        var sender = epoch.secrets
        var receiver = epoch.secrets
        let messages = try (0..<3).map { _ in try epoch.seal([1], from: 3, with: &sender) }
        #expect(receiver.stored.holds(epoch.encryptionSecret.copy))
        _ = try epoch.open(messages[1], with: &receiver)
        let state = receiver.stored + receiver.epochPart().copied
        for gone in secrets.path + [secrets.ratchet[0], secrets.ratchet[1], secrets.keys[1]] {
            #expect(!state.holds(gone))
        }
        // What the RFC lets stay: the key passed over, the ratchets' ends, the secrets of the others.
        for kept in [secrets.keys[0], secrets.ratchet[2], secrets.handshake, secrets.sibling, secrets.uncle] {
            #expect(state.holds(kept))
        }
        _ = try epoch.open(messages[0], with: &receiver)
        #expect(!receiver.stored.holds(secrets.keys[0]))
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(messages[0], with: &receiver) }
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(messages[1], with: &receiver) }
        _ = try epoch.open(messages[2], with: &receiver)
        #expect(!receiver.stored.holds(secrets.ratchet[2]))
    }

    @Test func sealingDeletesTheSame() throws {
        let epoch = try SealingEpoch(memberCount: 4)
        let secrets = KnownSecrets(epoch, leaf: 3)
        var sender = epoch.secrets
        _ = try epoch.seal([1], from: 3, with: &sender)
        let state = sender.stored + sender.epochPart().copied
        for gone in secrets.path + [secrets.ratchet[0], secrets.keys[0]] { #expect(!state.holds(gone)) }
        #expect(state.holds(secrets.ratchet[1]))
    }

    @Test func theEpochPartHoldsNothingThatAMessageChanges() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let before = sender.epochPart().copied
        #expect(!before.holds(epoch.encryptionSecret.copy))
        for _ in 0..<5 { _ = try epoch.seal([1], from: 0, with: &sender) }
        #expect(sender.epochPart().copied == before)
    }

    @Test func whatTheStepsToAnEpochAreMadeOfIsGoneAfterThem() throws {
        let epoch = try SealingEpoch()
        let joiner = JoinerSecret(
            initSecret: epoch.suite.zeroSecret, commitSecret: epoch.suite.zeroSecret, context: epoch.context)
        weak let joinerSecret = joiner.secret
        #expect(joinerSecret != nil)
        var gone = [joiner.secret.copy]
        let intermediate = joiner.mixing(pskSecret: epoch.suite.zeroSecret)
        #expect(joinerSecret == nil)
        gone.append(intermediate.welcomeSecret.copy)
        let epochSecret = intermediate.epochSecret(context: epoch.context)
        gone.append(epochSecret.derive("confirm").copy)
        let kept = [epochSecret.derive("init").copy, epochSecret.derive("encryption").copy]
        let started = epochSecret.start(epoch.context, leafCount: .one)
        var writer = SecretWriter()
        started.schedule.encode(into: &writer)
        let state = writer.finish().copied + started.secrets.epochPart().copied + started.secrets.stored
        for secret in gone { #expect(!state.holds(secret)) }
        for secret in kept { #expect(state.holds(secret)) }
    }

    @Test func theRootsSecretLivesUntilTheFirstKey() throws {
        var root: Secret? = Secret(SecretBytes.random(byteCount: 32))
        weak let seen = root
        var tree = try SecretTree(.x25519AES128GCM, encryptionSecret: #require(root), leafCount: .one)
        root = nil
        #expect(seen != nil)
        _ = try tree.key(of: LeafIndex(rawValue: 0), for: .application, .first, RatchetLimits())
        #expect(seen != nil)
        _ = try tree.nextKey(of: LeafIndex(rawValue: 0), for: .application)
        #expect(seen == nil)
    }

    @Test func anEpochsSecretsGoWithIt() throws {
        let epoch = try SealingEpoch()
        var root: Secret? = Secret(SecretBytes.random(byteCount: 32))
        var membership: Secret? = Secret(SecretBytes.random(byteCount: 32))
        weak let seenRoot = root
        weak let seenMembership = membership
        var kept: EpochSecrets? = EpochSecrets(
            context: epoch.context, senderDataSecret: epoch.senderDataSecret,
            membershipKey: try #require(membership),
            tree: SecretTree(epoch.suite, encryptionSecret: try #require(root), leafCount: .one))
        root = nil
        membership = nil
        #expect(kept != nil && seenRoot != nil && seenMembership != nil)
        kept = nil
        #expect(seenRoot == nil && seenMembership == nil)
    }
}

/// The secrets of RFC 9420 §9 on the way to one leaf of a tree of four, derived by the formulas themselves.
private struct KnownSecrets {
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
            return suite.expandWithLabel(secret.span, label, context: context.span, byteCount: count).copy
        }
        let root = epoch.encryptionSecret.copy
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
                suite.deriveTreeSecret(secret.span, label, generation: generation, byteCount: count).copy
            }
            keys.append(turn("key", suite.keyByteCount) + turn("nonce", suite.nonceByteCount))
            secret = turn("secret", 32)
            ratchet.append(secret)
        }
        self.ratchet = ratchet
        self.keys = keys
    }
}

extension [UInt8] {
    /// Whether these bytes stand in it anywhere.
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard count >= bytes.count else { return false }
        return (0...(count - bytes.count)).contains { self[$0...].starts(with: bytes) }
    }
}
