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
        #expect(receiver.stored.contains(bytes: epoch.encryptionSecret.copied))
        _ = try epoch.open(messages[1], with: &receiver)
        let state = receiver.stored + receiver.epochPart().copied
        for gone in secrets.path + [secrets.ratchet[0], secrets.ratchet[1], secrets.keys[1]] {
            #expect(!state.contains(bytes: gone))
        }
        // What the RFC lets stay: the key passed over, the ratchets' ends, the secrets of the others.
        for kept in [secrets.keys[0], secrets.ratchet[2], secrets.handshake, secrets.sibling, secrets.uncle] {
            #expect(state.contains(bytes: kept))
        }
        _ = try epoch.open(messages[0], with: &receiver)
        #expect(!receiver.stored.contains(bytes: secrets.keys[0]))
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(messages[0], with: &receiver) }
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(messages[1], with: &receiver) }
        _ = try epoch.open(messages[2], with: &receiver)
        #expect(!receiver.stored.contains(bytes: secrets.ratchet[2]))
    }

    @Test func sealingDeletesTheSame() throws {
        let epoch = try SealingEpoch(memberCount: 4)
        let secrets = KnownSecrets(epoch, leaf: 3)
        var sender = epoch.secrets
        _ = try epoch.seal([1], from: 3, with: &sender)
        let state = sender.stored + sender.epochPart().copied
        for gone in secrets.path + [secrets.ratchet[0], secrets.keys[0]] { #expect(!state.contains(bytes: gone)) }
        #expect(state.contains(bytes: secrets.ratchet[1]))
    }

    @Test func theEpochPartHoldsNothingThatAMessageChanges() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let before = sender.epochPart().copied
        #expect(!before.contains(bytes: epoch.encryptionSecret.copied))
        for _ in 0..<5 { _ = try epoch.seal([1], from: 0, with: &sender) }
        #expect(sender.epochPart().copied == before)
    }

    @Test func whatTheStepsToAnEpochAreMadeOfIsGoneAfterThem() throws {
        let epoch = try SealingEpoch()
        let joiner = JoinerSecret(
            initSecret: epoch.suite.zeroSecret, commitSecret: epoch.suite.zeroSecret, context: epoch.context)
        weak let joinerSecret = joiner.secret
        #expect(joinerSecret != nil)
        var gone = [joiner.secret.copied]
        let intermediate = joiner.mixing(pskSecret: epoch.suite.zeroSecret)
        #expect(joinerSecret == nil)
        gone.append(intermediate.welcomeSecret.copied)
        let epochSecret = intermediate.epochSecret(context: epoch.context)
        gone.append(epochSecret.derive("confirm").copied)
        let kept = [epochSecret.derive("init").copied, epochSecret.derive("encryption").copied]
        let started = epochSecret.start(epoch.context, leafCount: .one)
        var writer = SecretWriter()
        started.schedule.encode(into: &writer)
        let state = writer.finish().copied + started.secrets.epochPart().copied + started.secrets.stored
        for secret in gone { #expect(!state.contains(bytes: secret)) }
        for secret in kept { #expect(state.contains(bytes: secret)) }
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
