import MLS

extension RoomWish {
    /// Whether the room is as it was wished.
    func isGranted(in state: RoomState) -> Bool {
        switch self {
        case .add(let identity, let packages):
            packages.isEmpty || state.identities.contains(identity)
        case .remove(let identity): !state.identities.contains(identity)
        case .change(let change): change.applied(to: state.settings) == state.settings
        // Every commit ends an epoch, and what was proposed in it.
        case .commitLeaving: true
        // The commit that has done it takes the wish away.
        case .refresh, .readd: false
        }
    }

    /// Whether any member may do it: who does waits a random time, and looks whether somebody else has.
    var isAnybodys: Bool {
        switch self {
        case .commitLeaving, .readd: true
        case .add, .remove, .change, .refresh: false
        }
    }

    /// Whether any own commit does it.
    var isGrantedByAnyCommit: Bool { self == .refresh }
}
