import NIOCore

/// Lets each line of an event loop look once an interval whether anything came, by one timer for all of them. The lines
/// are spread evenly over the interval, so that thousands that began together don't ask at once.
final class PingTurns {
    /// Where a line stands among the others.
    struct Place {
        fileprivate var turn: Int
        fileprivate var index: Int
    }

    private let eventLoop: any EventLoop
    private var turns = [[RecordHandler]](repeating: [], count: LineLimits.pingTurnCount)
    private var lineCount = 0
    private var turnToJoin = 0
    private var turnToCall = 0
    private var timer: RepeatedTask?

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// From now on `line` is called once an interval, first within one.
    func join(_ line: RecordHandler) {
        line.pingPlace = Place(turn: turnToJoin, index: turns[turnToJoin].count)
        turns[turnToJoin].append(line)
        turnToJoin = (turnToJoin + 1) % turns.count
        lineCount += 1
        if timer == nil { start() }
    }

    /// Nothing for a line that has left, or never joined.
    func leave(_ line: RecordHandler) {
        guard let place = line.pingPlace else { return }
        line.pingPlace = nil
        let last = turns[place.turn].removeLast()
        if last !== line {
            last.pingPlace = place
            turns[place.turn][place.index] = last
        }
        lineCount -= 1
        if lineCount == 0 { stop() }
    }

    private func start() {
        let part = TimeAmount.nanoseconds(LineLimits.pingInterval.nanoseconds / Int64(turns.count))
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        timer = eventLoop.scheduleRepeatedTask(initialDelay: part, delay: part) { _ in bound.value.callNext() }
    }

    private func stop() {
        timer?.cancel()
        timer = nil
    }

    private func callNext() {
        let lines = turns[turnToCall]
        turnToCall = (turnToCall + 1) % turns.count
        // A line that leaves meanwhile has nothing to say.
        for line in lines { line.pingIsDue() }
    }
}
