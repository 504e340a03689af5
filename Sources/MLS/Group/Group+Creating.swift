import HPKE
public import Sodium

extension Group {
    /// A new group with its creator as the only member (RFC 9420 §11).
    ///
    /// - Parameters:
    ///   - id: any bytes that no other group has; by default random ones.
    ///   - cipherSuite: the group's as long as it lasts.
    ///   - client: who creates it.
    ///   - extensions: of the GroupContext. The creator must support them, and so must everybody who comes in.
    ///   - configuration: how this member behaves; the others have their own.
    ///   - now: the time, for the lifetime of the creator's leaf.
    ///   - random: where the group's ID and keys come from.
    /// - Throws: `.invalid` with what is wrong with client or extensions, ``MLSError/malformed(_:)`` for extensions that
    ///   aren't what their type says or have no encoding.
    public init(
        creating id: GroupID? = nil, cipherSuite: CipherSuite, client: Client, extensions: Extensions = [],
        configuration: GroupConfiguration = GroupConfiguration(), now: UnixTime, random: RandomSource = .system
    ) throws(MLSError) {
        try client.checkNoDefaultsListed()
        try extensions.checkGroupExtensions(configuration.credentials)
        let id = id ?? GroupID(random.bytes(count: cipherSuite.hashByteCount))
        let leafKey = KEMSecretKey.random(cipherSuite.hpke.kem, from: random)
        let leaf = try client.leaf(
            cipherSuite, encryptionKey: HPKEPublicKey(leafKey.publicKey),
            source: .keyPackage(.standard(from: now)))
        let rules = try LeafRules(
            cipherSuite, groupID: id, extensions: extensions, credentials: configuration.credentials,
            lifetimeSecondsMax: configuration.leafLifetimeSecondsMax, now: now)
        try rules.check(leaf)
        var tree = try RatchetTree(cipherSuite, creator: leaf)
        let context = try EpochContext(
            GroupContext(
                cipherSuite: cipherSuite.rawValue, groupID: id, epoch: .first, treeHash: tree.treeHash(),
                confirmedTranscriptHash: [], extensions: extensions))
        let started = EpochSecret(cipherSuite, random: random).start(context, leafCount: tree.size)
        let ownLeaf = LeafIndex(rawValue: 0)
        let keys = MemberKeys(
            signatureKey: client.signatureKey, path: PrivatePath(leaf: ownLeaf, key: leafKey),
            schedule: started.schedule)
        let epoch = GroupEpoch(
            context: context, tree: tree,
            interimTranscriptHash: try TranscriptHash.interim(
                cipherSuite, confirmed: [], confirmationTag: started.confirmationTag),
            confirmationTag: started.confirmationTag, ownLeaf: ownLeaf, member: keys, reInit: nil)
        self.init(epoch, started.secrets, configuration)
    }
}
