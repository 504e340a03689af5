/// An epoch that is over, whose late messages still open (RFC 9420 §15.3).
package struct PastEpoch: Sendable {
    package var secrets: EpochSecrets
    /// Who spoke in it.
    let members: PastMembers

    var epoch: Epoch { secrets.context.epoch }
}
