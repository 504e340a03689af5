import HPKE
import TLSCodec

/// A group as a GroupInfo shows it, before its tree is known to be right (RFC 9420 §12.4.3.2).
struct OutsideView: Sendable {
    let suite: CipherSuite
    let info: GroupInfo
    let context: EpochContext
    let externalKey: KEMPublicKey
    let rules: LeafRules
    let tree: UnverifiedTree

    init(_ info: GroupInfo, _ client: Client, _ options: JoinOptions) throws(MLSError) {
        self.info = info
        try client.checkNoDefaultsListed()
        guard info.groupContext.version == .mls10 else { throw .invalid(.messageVersion) }
        context = try EpochContext(info.groupContext)
        suite = context.suite
        guard !options.existingGroups.contains(context.groupID) else { throw .invalid(.groupIDUnique) }
        try info.checkExtensions(joiner: client.capabilities, options.configuration.credentials)
        guard let key = try info.externalKey else { throw .invalid(.externalKeyPresent) }
        externalKey = try key.kemKey(of: suite)
        tree = try info.tree(given: options.tree, suite)
        try info.checkSignature(in: tree, suite)
        rules = try LeafRules(
            suite, groupID: context.groupID, extensions: info.groupContext.extensions,
            credentials: options.configuration.credentials,
            lifetimeSecondsMax: options.configuration.leafLifetimeSecondsMax, now: options.now)
    }
}
