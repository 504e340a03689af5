import Testing

@testable import SecureChannel

struct LineLifeTests {
    enum Step: Sendable { case sentEnd, sentRefusal, receivedEnd, inputClosed, connectionClosed, failed }

    /// What each step in a row makes the handler do; `failed` answers `nothing` if it was the first to end the line.
    @Test(
        arguments: [
            (
                [.sentEnd, .receivedEnd, .inputClosed, .connectionClosed],
                [.closeOutput, .tellEndAndClose, .close, .nothing]
            ),
            ([.receivedEnd, .inputClosed, .sentEnd, .connectionClosed], [.tellEnd, .nothing, .close, .nothing]),
            ([.receivedEnd, .sentEnd, .inputClosed], [.tellEnd, .close, .close]),
            ([.sentEnd, .sentEnd], [.closeOutput, .nothing]),
            ([.receivedEnd, .receivedEnd], [.tellEnd, .nothing]),
            ([.inputClosed], [.lost]),
            ([.sentEnd, .inputClosed], [.closeOutput, .lost]),
            ([.connectionClosed, .connectionClosed], [.lost, .nothing]),
            ([.sentEnd, .connectionClosed], [.closeOutput, .lost]),
            ([.receivedEnd, .connectionClosed], [.tellEnd, .lost]),
            ([.sentRefusal, .inputClosed, .connectionClosed], [.closeOutput, .close, .nothing]),
            ([.sentRefusal, .receivedEnd, .sentEnd, .sentRefusal], [.closeOutput, .nothing, .nothing, .nothing]),
            ([.receivedEnd, .sentRefusal, .connectionClosed], [.tellEnd, .close, .nothing]),
            ([.sentEnd, .sentRefusal, .inputClosed], [.closeOutput, .nothing, .close]),
            ([.sentEnd, .receivedEnd, .sentRefusal], [.closeOutput, .tellEndAndClose, .nothing]),
            (
                [.failed, .sentEnd, .sentRefusal, .receivedEnd, .inputClosed, .connectionClosed],
                [.nothing, .nothing, .nothing, .nothing, .nothing, .nothing]
            ),
        ] as [([Step], [LineLife.Action])])
    func acts(steps: [Step], actions: [LineLife.Action]) {
        var life = LineLife()
        #expect(steps.map { Self.take($0, &life) } == actions)
    }

    private static func take(_ step: Step, _ life: inout LineLife) -> LineLife.Action {
        switch step {
        case .sentEnd: life.sentEnd()
        case .sentRefusal: life.sentRefusal()
        case .receivedEnd: life.receivedEnd()
        case .inputClosed: life.inputClosed()
        case .connectionClosed: life.connectionClosed()
        case .failed: life.failed() ? .nothing : .lost
        }
    }

    @Test(
        arguments: [
            ([], true, .read, false), ([.sentEnd], false, .read, false), ([.receivedEnd], true, .malformed, false),
            ([.sentEnd, .receivedEnd], false, .malformed, true), ([.sentRefusal], false, .drop, true),
            ([.receivedEnd, .sentRefusal], false, .drop, true), ([.failed], false, .drop, false),
            ([.sentEnd, .failed], false, .drop, false), ([.connectionClosed], false, .drop, false),
        ] as [([Step], Bool, LineLife.Arrival, Bool)])
    func knowsWhatGoesWhichWay(
        steps: [Step], isWriting: Bool, arrival: LineLife.Arrival, isWaitingForClose: Bool
    ) {
        var life = LineLife()
        for step in steps { _ = Self.take(step, &life) }
        #expect(life.isWriting == isWriting)
        #expect(life.arrival == arrival)
        #expect(life.isWaitingForClose == isWaitingForClose)
    }

    @Test(
        arguments: [
            ([], [.nothing, .ask, .giveUp]), ([.sentEnd], [.nothing, .nothing, .giveUp]),
            ([.receivedEnd], [.ask, .ask, .ask]), ([.sentEnd, .receivedEnd], [.nothing, .nothing, .nothing]),
            ([.sentRefusal], [.nothing, .nothing, .nothing]), ([.failed], [.nothing, .nothing, .nothing]),
        ] as [([Step], [LineLife.PingAction])])
    func asksAndGivesUp(steps: [Step], actions: [LineLife.PingAction]) {
        var life = LineLife()
        for step in steps { _ = Self.take(step, &life) }
        #expect(actions.indices.map { _ in life.intervalPassed() } == actions)
    }

    @Test func beginsAnewWithWhateverItHears() {
        var life = LineLife()
        #expect((0..<2).map { _ in life.intervalPassed() } == [.nothing, .ask])
        life.heard()
        #expect((0..<3).map { _ in life.intervalPassed() } == [.nothing, .ask, .giveUp])
    }
}
