import Testing

@testable import Relay

/// When the committer's thread is woken, and what it does then.
@Suite struct CommitterStateTests {
    private final class Kept { var value = CommitterState<PieceOfWork>() }

    private let state = Kept()

    private enum Step: Equatable {
        case commit([Int])
        case keepHouse, tell, rest
    }

    private func step(mayGoOn: Bool = false) -> Step {
        switch state.value.next(mayGoOn: mayGoOn) {
        case .commit(let group): .commit(group.map(\.name))
        case .keepHouse: .keepHouse
        case .tell: .tell
        case .rest: .rest
        }
    }

    /// One commit, whose answers are on their way to so many loops.
    private func commitOne(_ name: Int, deliveringTo loopCount: Int) {
        #expect(state.value.take(PieceOfWork(1, name)) == true)
        #expect(step() == .commit([name]))
        state.value.delivering(to: loopCount)
        #expect(step() == .rest)
    }

    @Test func onlyAThreadThatRestsIsWoken() {
        #expect(state.value.take(PieceOfWork(1, 1)) == true)
        #expect(state.value.take(PieceOfWork(1, 2)) == false)
        #expect(step() == .commit([1, 2]))
        #expect(state.value.take(PieceOfWork(1, 3)) == false)
        #expect(step() == .commit([3]))
        #expect(step() == .rest)
        #expect(state.value.take(PieceOfWork(1, 4)) == true)
    }

    @Test func fewWaitUntilAllLoopsHaveLetGoOfWhatWasCommittedBefore() {
        commitOne(1, deliveringTo: 2)
        #expect(state.value.take(PieceOfWork(1, 2)) == false)
        #expect(state.value.delivered() == false)
        #expect(state.value.take(PieceOfWork(1, 3)) == false)
        #expect(state.value.delivered() == true)
        #expect(step() == .commit([2, 3]))
    }

    @Test func manyDoNotWait() {
        commitOne(1, deliveringTo: 1)
        #expect(state.value.take(PieceOfWork(1, 2, requests: SessionLimits.promptGroupRequests - 1)) == false)
        #expect(state.value.take(PieceOfWork(1, 3)) == true)
        #expect(step() == .commit([2, 3]))
    }

    /// From the second tick that finds the same delivery under way.
    @Test func aLoopThatHoldsOnIsWaitedForNoLonger() {
        commitOne(1, deliveringTo: 1)
        #expect(state.value.take(PieceOfWork(1, 2)) == false)
        #expect(state.value.tick() == true)
        #expect(step() == .keepHouse)
        #expect(step() == .rest)
        #expect(state.value.tick() == true)
        #expect(step() == .commit([2]))
        state.value.delivering(to: 1)
        // Until it has let go of everything.
        #expect(state.value.take(PieceOfWork(1, 3)) == false)
        #expect(step() == .commit([3]))
        state.value.delivering(to: 1)
        for _ in 0..<3 { _ = state.value.delivered() }
        #expect(step() == .rest)
        commitOne(4, deliveringTo: 1)
        #expect(state.value.take(PieceOfWork(1, 5)) == false)
    }

    @Test func theHouseIsKeptBetweenTwoGroupsAndSeldomWhereNothingHappens() {
        for turn in 1...SessionLimits.idleTurnsMax {
            #expect(state.value.tick() == (turn == SessionLimits.idleTurnsMax))
        }
        #expect(step() == .keepHouse)
        #expect(step(mayGoOn: true) == .keepHouse)
        #expect(step(mayGoOn: false) == .rest)
        #expect(state.value.take(PieceOfWork(1, 1)) == true)
        #expect(step() == .commit([1]))
        #expect(state.value.take(PieceOfWork(1, 2)) == false)
        #expect(state.value.tick() == false)
        #expect(step() == .keepHouse)
        #expect(step(mayGoOn: true) == .commit([2]))
        #expect(step(mayGoOn: true) == .keepHouse)
    }

    @Test func aStopIsToldOnceAllIsDoneAndNeverWaitsForALoop() {
        commitOne(1, deliveringTo: 1)
        #expect(state.value.take(PieceOfWork(1, 2)) == false)
        #expect(state.value.stop {} == true)
        #expect(state.value.isStopped)
        #expect(step() == .commit([2]))
        #expect(step(mayGoOn: true) == .tell)
        #expect(step(mayGoOn: true) == .rest)
    }

    @Test func aProbeIsToldBeforeAnythingElse() {
        #expect(state.value.take(PieceOfWork(1, 1)) == true)
        #expect(state.value.probe {} == false)
        #expect(step() == .tell)
        #expect(step() == .commit([1]))
    }
}
