import RelayProtocol

/// One line that follows one log. Lives on the line's event loop.
final class Follower {
    let log: LogName
    /// Its line, which lets go of its followers when it ends.
    let session: RelaySession
    var state: FollowerState
    /// From which it reads; none of an inbox.
    var openings: [Opening]
    /// Its follow request, until that is answered.
    var unanswered: RequestNumber?
    /// Where it stands among the others of its log: kept by ``LoopFollowers``.
    var index: Int?

    init(_ log: LogName, from: EntryNumber, openings: [Opening], session: RelaySession, request: RequestNumber) {
        self.log = log
        self.session = session
        self.openings = openings
        state = FollowerState(from: from)
        unanswered = request
    }

    /// What its line has proven has changed.
    func reads(from openings: [Opening]) {
        self.openings = openings
        state.readsOtherwise()
    }
}
