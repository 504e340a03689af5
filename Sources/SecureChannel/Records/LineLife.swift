/// In which directions a line still lives, and whether its peer does. Decides; the handler acts.
struct LineLife {
    enum Action: Equatable {
        case nothing
        case tellEnd
        case closeOutput
        case tellEndAndClose
        /// Once what was said has left.
        case close
        case lost
    }

    enum PingAction: Equatable {
        case nothing
        case ask
        case giveUp
    }

    enum Arrival: Equatable {
        case read
        /// Nobody here wants it any more.
        case drop
        /// The peer had said that nothing would come.
        case malformed
    }

    private enum Sending { case open, ended }
    /// `unwanted`: this end has refused to serve its peer.
    private enum Receiving { case open, ended, unwanted }

    private var sending = Sending.open
    private var receiving = Receiving.open
    private var isOver = false
    private var heardSinceInterval = true
    private var isAsking = false

    var isWriting: Bool { !isOver && sending == .open }
    /// Nothing goes either way any more, and the connection still stands.
    var isWaitingForClose: Bool { !isOver && sending == .ended && receiving != .open }

    /// What becomes of bytes, or a message, that arrive now.
    var arrival: Arrival {
        if isOver { return .drop }
        switch receiving {
        case .open: return .read
        case .ended: return .malformed
        case .unwanted: return .drop
        }
    }

    /// This end has said `end`: its FIN follows, unless the peer is done too, then all closes.
    mutating func sentEnd() -> Action {
        guard isWriting else { return .nothing }
        sending = .ended
        return receiving == .open ? .closeOutput : .close
    }

    /// This end serves its peer no further: what still arrives is dropped unread, until the peer closes.
    mutating func sentRefusal() -> Action {
        guard !isOver else { return .nothing }
        let (couldSay, wasReading) = (sending == .open, receiving == .open)
        sending = .ended
        receiving = .unwanted
        guard couldSay else { return .nothing }
        return wasReading ? .closeOutput : .close
    }

    mutating func receivedEnd() -> Action {
        guard arrival == .read else { return .nothing }
        receiving = .ended
        return sending == .ended ? .tellEndAndClose : .tellEnd
    }

    /// The peer's FIN. Without its `end` somebody cut the line.
    mutating func inputClosed() -> Action {
        guard !isOver else { return .nothing }
        if receiving == .open { return .lost }
        return sending == .ended ? .close : .nothing
    }

    /// Only where each side has said that it is done, nothing is missing.
    mutating func connectionClosed() -> Action {
        defer { isOver = true }
        return isOver || isWaitingForClose ? .nothing : .lost
    }

    /// `false` if the line was over already.
    mutating func failed() -> Bool {
        defer { isOver = true }
        return !isOver
    }

    mutating func heard() {
        heardSinceInterval = true
        isAsking = false
    }

    /// Who has said `end` can't ask. So who still may, and hears nothing more itself, shows each interval that it is
    /// there.
    mutating func intervalPassed() -> PingAction {
        guard !isOver, receiving != .unwanted else { return .nothing }
        guard receiving == .open else { return isWriting ? .ask : .nothing }
        if heardSinceInterval {
            heardSinceInterval = false
            return .nothing
        }
        if isAsking { return .giveUp }
        isAsking = true
        return isWriting ? .ask : .nothing
    }
}
