/// The state of a group to which a commit belongs: two forks of one epoch differ in their confirmation tags.
struct CommitBase: Hashable, Sendable {
    let groupID: GroupID
    let epoch: Epoch
    let confirmationTag: [UInt8]
    let ownLeaf: LeafIndex

    init(_ epoch: GroupEpoch) {
        groupID = epoch.groupID
        self.epoch = epoch.epoch
        confirmationTag = epoch.confirmationTag
        ownLeaf = epoch.ownLeaf
    }

    init(groupID: GroupID, epoch: Epoch, confirmationTag: [UInt8], ownLeaf: LeafIndex) {
        self.groupID = groupID
        self.epoch = epoch
        self.confirmationTag = confirmationTag
        self.ownLeaf = ownLeaf
    }
}
