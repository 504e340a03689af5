import Sodium

extension CommitDraft {
    /// What lets all who are added in (RFC 9420 §12.4.1, §12.4.3.1); `nil` if nobody is.
    func welcome(
        to begun: NextEpoch, _ path: DraftedPath, _ configuration: GroupConfiguration
    ) throws(MLSError) -> Welcome? {
        guard let welcomeSecret = begun.welcomeSecret else { return nil }
        let suite = epoch.suite
        let info = try begun.epoch.groupInfo(
            hasTree: options.hasTreeInWelcome, admitsExternalCommits: false,
            extensions: try options.welcomeExtensions(
                UpcomingGroup(Group(begun.epoch, begun.secrets, configuration))))
        let infoBytes = try info.bytes()
        let sealedInfo = WelcomeKey(suite, welcomeSecret).seal(infoBytes.span)
        let encryption = suite.groupSecretsEncryption(encryptedGroupInfo: sealedInfo)
        var secrets: [EncryptedGroupSecrets] = []
        secrets.reserveCapacity(next.added.count)
        for (keyPackage, leaf) in zip(next.list.adds, next.added) {
            let groupSecrets = GroupSecrets(
                joinerSecret: begun.joinerSecret, pathSecret: path.new?.pathSecret(for: leaf), psks: next.list.psks)
            let initKey = try keyPackage.initKey.kemKey(of: suite)
            let sealed = try encryption.seal(groupSecrets, to: initKey, random: random)
            secrets.append(
                EncryptedGroupSecrets(newMember: try keyPackage.reference, encryptedGroupSecrets: sealed))
        }
        return Welcome(cipherSuite: suite.rawValue, secrets: secrets, encryptedGroupInfo: sealedInfo)
    }
}
