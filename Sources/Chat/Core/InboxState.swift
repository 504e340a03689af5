import MLS
import RelayProtocol

/// Where this client stands in its inbox: items are dealt with one after the other.
struct InboxState: Sendable {
    /// The last item that was dealt with.
    var position = EntryNumber.none
    /// Those that came and wait.
    var waiting: [InboxEvent] = []
    var isFollowing = false
    /// More has come than waits: it is fetched again.
    var isBehind = false
    /// The Welcome whose public state is being fetched.
    var opened: AwaitedWelcome?
    /// What it held when it was followed, until all of that has been dealt with.
    private var behind: EntryNumber?

    /// It holds items up to a number.
    mutating func hear(of last: EntryNumber, _ step: inout ChatStep) {
        behind = last
        notePosition(&step)
    }

    mutating func notePosition(_ step: inout ChatStep) {
        guard let last = behind, position >= last else { return }
        behind = nil
        step.tell(.inboxRead)
    }
}

struct AwaitedWelcome: Sendable {
    let number: EntryNumber
    let welcome: OpenedWelcome
    let reference: KeyPackageRef
    let isLastResort: Bool
    let room: RoomID
    let point: JoiningPoint
    let key: SnapshotKey
    /// Whether it answers a request of this device to be added again.
    let isAnswer: Bool
}
