import HPKE

extension Group {
    /// Whether a public group is this one, in the epoch in which this member is: by what it was read from newcomers join
    /// this group and no other. It isn't if a member signed it that made up what only members can tell apart: the
    /// transcript, or the key for external commits.
    ///
    /// `false` once this member has been removed.
    public func matches(_ shown: PublicGroup) -> Bool {
        guard let member = epoch.member, context == shown.context,
            epoch.confirmationTag == shown.epoch.confirmationTag
        else { return false }
        guard let key = shown.externalKey else { return true }
        return key.bytes == member.schedule.externalKey().publicKey.bytes
    }
}
