import Sodium

/// What a member knows of one epoch, except the keys of its messages: it changes with an epoch only.
package struct GroupEpoch: Sendable {
    package let context: EpochContext
    package var tree: RatchetTree
    package let interimTranscriptHash: [UInt8]
    package let confirmationTag: [UInt8]
    package var ownLeaf: LeafIndex
    /// `nil` once the member has been removed.
    package var member: MemberKeys?
    /// What the commit that began the epoch ended the group with.
    package let reInit: ReInit?
    /// Of the epochs before this one, the latest first.
    package var resumptionPSKs: [ResumptionPSK] = []

    package var suite: CipherSuite { context.suite }
    package var groupID: GroupID { context.groupID }
    package var epoch: Epoch { context.epoch }
    package var extensions: Extensions { context.groupContext.extensions }

    /// The secret that proves membership in an epoch, of this one or one that is remembered.
    func resumptionPSK(of epoch: Epoch) -> Secret? {
        if epoch == self.epoch { return member?.schedule.resumptionPSK }
        return resumptionPSKs.first { $0.epoch == epoch }?.secret
    }
}
