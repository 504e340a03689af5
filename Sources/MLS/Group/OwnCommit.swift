import Sodium

/// What a member's own commit is made of.
struct OwnCommit {
    let proposals: [Proposal]
    /// Whether the signatures of the key packages among them have been verified.
    let isVerified: Bool
    let purpose: PSKPurpose
    let options: CommitOptions
    let now: UnixTime
    let psks: PSKStore
    let random: RandomSource
}
