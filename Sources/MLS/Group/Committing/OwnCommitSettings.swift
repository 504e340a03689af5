import Sodium

/// What every first commit of a new group is given by its caller.
struct OwnCommitSettings {
    let options: CommitOptions
    let now: UnixTime
    let random: RandomSource
}
