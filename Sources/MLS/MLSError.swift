public import TLSCodec

/// Why a step was refused. Whatever is thrown, the value it was thrown from is as it was before the step.
public enum MLSError: Error, Equatable, Sendable {
    /// The bytes aren't an encoding of what they should be.
    case malformed(CodecError)
    /// A rule of RFC 9420 is broken: by a message, by a key package, or by what was asked for.
    case invalid(ValidationRule)

    /// A protocol version or cipher suite that this library doesn't have, a message of another kind than is asked for,
    /// or stored bytes of another version.
    case unsupported
    /// The message is for another group.
    case wrongGroup
    /// The message is for an epoch whose secrets aren't held (any more, or yet), or a handshake message isn't for the
    /// current one. Or the stored parts of a group are of different epochs or members.
    case wrongEpoch
    /// A staged commit was made for another state of the group than this one: stage it anew.
    case staleCommit

    /// A ciphertext doesn't open with the key that it names.
    case doesNotOpen
    /// What a commit's path holds for this member doesn't open, or nothing in it is sealed to a key that it has.
    case pathDoesNotOpen
    /// The key of this generation has been used, or dropped because it was too old: a repeated message, or one that
    /// comes too late.
    case secretUsedOrGone
    /// The generation is further ahead than ``GroupConfiguration/generationsAheadMax``.
    case generationTooFar
    /// The message was sealed by this very member: nobody opens their own.
    case ownMessage
    /// The sender has used up its generations, or the group its epochs. Commit, or begin a new group.
    case exhausted

    // Indirect, so that an error stays small on its way.
    /// This pre-shared key isn't in the store, or the epoch whose resumption secret it is isn't remembered: fetch it and
    /// take the step again. There may be others behind it.
    indirect case missingPSK(PreSharedKeyID)
    /// A commit names this proposal, which hasn't been cached in this epoch.
    case missingProposal(ProposalRef)
    /// A commit covers this Update of this very member, whose secrets aren't here: they went with a state that wasn't
    /// stored or with ``Group/forgetProposal(_:)``, or somebody else signs with this member's key.
    case missingUpdateSecret(ProposalRef)
    /// The ratchet tree is neither in the message nor given beside it.
    case missingTree
    /// A stored bundle's secret keys aren't its key package's. (A Welcome for another key package is
    /// ``ValidationRule/welcomeKeyPackage``.)
    case missingKeyPackage
    /// No member stands at this leaf.
    case noSuchMember

    /// This member has been removed: the epochs' secrets are gone, but for keys of messages that may still come late.
    case removed
    /// The group was reinitialised: it only leads to the one that follows.
    case reinitialised
    /// A limit of ``MLSLimits`` or of the configuration would be passed.
    case overLimit
    /// An info of the application's own is empty, or begins like one of MLS: with a label that begins with "MLS 1.0 ",
    /// its length before it (RFC 9420 §5.1.3, §8.3); or a label of its own is one of MLS. Take another.
    case reservedInfo
}

extension MLSError {
    /// Whether a commit was refused for what only this member can judge: what is sealed to it, or secrets of its own
    /// that it has lost. What all members see alike had been checked before, but for PSKs and the confirmation tag.
    ///
    /// Others may follow the commit: ask to be added anew, don't yet take it for one that nobody follows. Nor is it a
    /// promise that they do. The committer, somebody who joins by this commit included, brings it about for whom it
    /// chooses, for all members as well: by what it seals to them, or by a path key that follows from nobody's secret
    /// (RFC 9420 §16.12). Nobody else can, for a commit is signed; but for ``missingUpdateSecret(_:)``, which is this
    /// member's own loss or the work of a thief of its signature key.
    ///
    /// It is about what ``Group/process(_:psks:now:)-([UInt8],_,_)`` throws.
    public var concernsThisMemberAlone: Bool {
        switch self {
        case .pathDoesNotOpen, .invalid(.pathSecretLength), .invalid(.pathKeysFollow), .missingUpdateSecret: true
        default: false
        }
    }
}
