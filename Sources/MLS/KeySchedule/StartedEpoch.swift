import Sodium

/// What an epoch begins with. Each part has a life of its own.
package struct StartedEpoch: Sendable {
    /// Lives until the next commit is merged.
    package let schedule: KeySchedule
    /// Lives as long as messages of the epoch are to be opened: see ``EpochSecrets``.
    package let secrets: EpochSecrets
    /// What the commit (or group info) that began the epoch has to say. Not secret.
    package let confirmationTag: [UInt8]

    /// Whether a commit or group info confirms this very epoch (RFC 9420 §6.1); a tag of a wrong length doesn't. In
    /// constant time.
    package func isConfirmed(by tag: [UInt8]) -> Bool { ConstantTime.areEqual(tag, confirmationTag) }
}
