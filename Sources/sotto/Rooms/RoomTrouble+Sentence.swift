import Chat

extension RoomTrouble {
    /// What is wrong with a room here, and what mends it.
    var sentence: String {
        switch self {
        case .contested: "its last change is broken; members replace it by themselves"
        case .mending(.asked): "asks to be added again; a member's sotto has to run"
        case .mending: "can't be followed here; asks to be added again, for which a member's sotto has to run"
        case .oldCopy: "this home is an older copy; its keys are renewed before anything is sent"
        case .suspicion: "the relay says of it what can't be true; if messages don't come: sotto mend ROOM"
        }
    }

    /// In objects for programs.
    var name: String {
        switch self {
        case .contested: "contested"
        case .mending(let reason): "mending: \(reason)"
        case .oldCopy: "oldCopy"
        case .suspicion(let suspicion): "suspicion: \(suspicion)"
        }
    }
}
