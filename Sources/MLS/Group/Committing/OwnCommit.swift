import Sodium

/// What a member's own commit is made of.
struct OwnCommit {
    let proposals: [CommittedProposal]
    let purpose: PSKPurpose
    let options: CommitOptions
    let now: UnixTime
    let psks: PSKStore
    let random: RandomSource
}
