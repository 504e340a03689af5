/// In which directions a line still lives, and whether its peer does. Decides; the handler acts.
struct LineLife {
    enum Action: Equatable {
        case nothing
        case tellEnd
        case closeOutput
        case tellEndAndClose
        case close
        case lost
    }

    enum PingAction: Equatable {
        case nothing
        case ask
        case giveUp
    }

    private enum Direction { case open, ended }

    private var sending = Direction.open
    private var receiving = Direction.open
    private var isOver = false
    private var heardSinceInterval = true
    private var isAsking = false

    var isReading: Bool { !isOver && receiving == .open }
    var isWriting: Bool { !isOver && sending == .open }
    /// Nothing goes either way any more, and the connection still stands.
    var isWaitingForClose: Bool { !isOver && sending == .ended && receiving == .ended }

    /// This end has said `end`: its FIN follows, unless the peer is done too, then all closes.
    mutating func sentEnd() -> Action {
        guard isWriting else { return .nothing }
        sending = .ended
        return receiving == .ended ? .close : .closeOutput
    }

    /// This end serves its peer no further: what still arrives is dropped unread, until the peer closes.
    mutating func sentRefusal() -> Action {
        guard isWriting else { return .nothing }
        sending = .ended
        receiving = .ended
        return .closeOutput
    }

    mutating func receivedEnd() -> Action {
        guard isReading else { return .nothing }
        receiving = .ended
        return sending == .ended ? .tellEndAndClose : .tellEnd
    }

    /// The peer's FIN. Without its `end` somebody cut the line.
    mutating func inputClosed() -> Action {
        guard !isOver else { return .nothing }
        if receiving == .open { return .lost }
        return sending == .ended ? .close : .nothing
    }

    mutating func connectionClosed() -> Action {
        defer { isOver = true }
        return !isOver && receiving == .open ? .lost : .nothing
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

    mutating func intervalPassed() -> PingAction {
        guard isWriting, isReading else { return .nothing }
        if heardSinceInterval {
            heardSinceInterval = false
            return .nothing
        }
        if isAsking { return .giveUp }
        isAsking = true
        return .ask
    }
}
