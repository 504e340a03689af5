/// What keeps a room from going on here, to be shown beside it.
package enum RoomTrouble: Hashable, Sendable {
    /// Nobody follows its last commit; members replace it by themselves.
    case contested
    /// This device can't follow it, and asks members to add it again.
    case mending(MendingReason)
    /// The store is an older copy of this device's: its keys are renewed before anything is sent.
    case oldCopy
    case suspicion(LogSuspicion)
}

extension RoomRecord {
    /// The gravest that there is.
    package var trouble: RoomTrouble? {
        if let mending { return .mending(mending.reason) }
        if contested != nil { return .contested }
        if isOldCopy { return .oldCopy }
        return suspicion.map(RoomTrouble.suspicion)
    }
}
