/// What is signed in this room (RFC 9420 §17.6), encoded once.
extension Label {
    static let leafNode = Label("LeafNodeTBS")
    static let keyPackage = Label("KeyPackageTBS")
    static let groupInfo = Label("GroupInfoTBS")
}
