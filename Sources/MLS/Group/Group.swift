/// A group of MLS (RFC 9420) as one of its members has it.
///
/// A value. A step that throws leaves it byte for byte as it was; a step that succeeds has changed it, and what the
/// step gave must not leave the process before the changed group is stored: a key that has sealed must never seal
/// again. Copies share nothing that changes; a copy that is kept keeps its keys, so drop what has been stored over.
///
/// It is stored in two parts: ``messagePart()`` after every step, after a merge ``epochPart()`` with it, in one
/// transaction; of a new group both. A step is whatever is `mutating`: seal, process, propose, cache, forget, stage,
/// merge. Parts of two epochs make no group.
///
/// One copy goes on, and only from the state that was stored last. Two that seal use one key twice, and so does an older
/// state that is brought back: nothing here can notice. Others refuse the second message, and it stays secret only as
/// far as four random bytes in the nonce differ (RFC 9420 §6.3.1).
///
/// - A commit is *staged*, sent, and *merged* when it is sure that it is the one that everybody follows. Until then the
///   group is in its old epoch, and the staged commit can be thrown away: if it was sent, not before it can't win any
///   more, for without it nobody follows their own commit.
/// - Messages are *processed*: unverified bytes go in, what comes out is verified. Another's commit comes out staged:
///   the caller looks at what it does, and merges it or not.
/// - Nothing here knows a clock. Randomness comes from the source that the caller gives, but for X-Wing's encapsulation,
///   which draws its own from the system.
public struct Group: Sendable {
    public var configuration: GroupConfiguration
    /// Changes with an epoch.
    package var epoch: GroupEpoch
    /// What protects the current epoch's messages; `nil` once the member has been removed.
    package var secrets: EpochSecrets?
    /// The latest first.
    package var past: [PastEpoch] = []
    package var proposals = ProposalCache()
    package var ownUpdates: [OwnUpdate] = []
    /// Own commits of this epoch, the latest last.
    package var ownCommits: [CommitReference] = []

    init(_ epoch: GroupEpoch, _ secrets: EpochSecrets?, _ configuration: GroupConfiguration) {
        self.epoch = epoch
        self.secrets = secrets
        self.configuration = configuration
    }
}

extension Group {
    public var id: GroupID { epoch.groupID }
    public var cipherSuite: CipherSuite { epoch.suite }
    public var currentEpoch: Epoch { epoch.epoch }
    /// What all members agree on.
    public var context: GroupContext { epoch.context.groupContext }
    public var extensions: Extensions { epoch.extensions }

    public var status: GroupStatus {
        guard epoch.member != nil else { return .removed }
        return epoch.reInit.map(GroupStatus.reinitialised) ?? .active
    }

    /// The member's keys, in a group that can still be used.
    func active() throws(MLSError) -> MemberKeys {
        guard let member = epoch.member else { throw .removed }
        guard epoch.reInit == nil else { throw .reinitialised }
        return member
    }
}
