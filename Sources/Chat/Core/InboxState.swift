import MLS
import RelayProtocol

/// Where this client stands in its inbox: items are dealt with one after the other.
struct InboxState: Sendable {
    /// The last item that was dealt with.
    var position = EntryNumber.none
    /// Those that came and wait.
    var waiting: [InboxEvent] = []
    var isFollowing = false
    /// The Welcome whose public state is being fetched.
    var opened: AwaitedWelcome?
}

struct AwaitedWelcome: Sendable {
    let number: EntryNumber
    let welcome: OpenedWelcome
    let reference: KeyPackageRef
    let isLastResort: Bool
    let room: RoomID
    let point: JoiningPoint
    let key: SnapshotKey
}
