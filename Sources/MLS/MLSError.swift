public import TLSCodec

/// Why a step was refused. Whatever is thrown, the value it was thrown from is as it was before the step.
public enum MLSError: Error, Equatable, Sendable {
    /// The bytes aren't an encoding of what they should be.
    case malformed(CodecError)
    /// A rule of RFC 9420 is broken: by a message, by a key package, or by what was asked for.
    case invalid(ValidationRule)

    /// A protocol version, cipher suite or structure that this library doesn't have.
    case unsupported
    /// The message is for another group.
    case wrongGroup
    /// The message is for an epoch whose secrets aren't held (any more, or yet), or a handshake message isn't for the
    /// current one.
    case wrongEpoch
    /// A staged commit was made for another state of the group than this one: stage it anew.
    case staleCommit

    /// A ciphertext doesn't open with the key that it names.
    case doesNotOpen
    /// The key of this generation has been used, or dropped because it was too old: a repeated message, or one that
    /// comes too late.
    case secretUsedOrGone
    /// The generation is further ahead than ``GroupConfiguration/generationsAheadMax``.
    case generationTooFar
    /// The message was sealed by this very member: nobody opens their own.
    case ownMessage
    /// The sender has used up its generations, or the group its epochs. Commit, or begin a new group.
    case exhausted

    /// A pre-shared key isn't in the store, or an epoch whose resumption secret it is isn't remembered.
    case missingPSK
    /// A commit names a proposal that hasn't been cached in this epoch.
    case missingProposal
    /// The ratchet tree is neither in the message nor given beside it.
    case missingTree
    /// A Welcome isn't for this key package.
    case missingKeyPackage
    /// No member stands at this leaf.
    case noSuchMember

    /// This member has been removed: its secrets are gone.
    case removed
    /// The group was reinitialised: it only leads to the one that follows.
    case reinitialised
    /// A limit of ``MLSLimits`` or of the configuration would be passed.
    case overLimit
    /// An info of the application's own is empty, or begins like one of MLS: with a label that begins with "MLS 1.0 ",
    /// its length before it (RFC 9420 §5.1.3, §8.3). Take another.
    case reservedInfo
}
