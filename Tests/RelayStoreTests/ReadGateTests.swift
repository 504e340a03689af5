import Foundation
import Synchronization
import Testing

@testable import RelayStore

struct ReadGateTests {
    @Test func anOpenGateLetsEverybodyIn() {
        let gate = ReadGate()
        for _ in 0..<3 { gate.enter() }
        for _ in 0..<3 { gate.leave() }
        #expect(gate.close())
        gate.open()
        gate.enter()
        gate.leave()
    }

    @Test func whoClosesItHearsWhetherSomebodyIsInside() {
        let gate = ReadGate()
        gate.enter()
        #expect(!gate.close())
        gate.leave()
        #expect(gate.close())
    }

    @Test func whoComesToAClosedGateIsInsideOnceItIsOpened() async {
        let gate = ReadGate(waitMilliseconds: 60_000)
        #expect(gate.close())
        let (flag, come) = (Flag(), DispatchSemaphore(value: 0))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    await onThread {
                        come.signal()
                        gate.enter()
                        defer { gate.leave() }
                        return flag.isUp.load(ordering: .acquiring)
                    }
                }
            }
            _ = await onThread {
                for _ in 0..<4 { come.wait() }
                // Long enough for one who wouldn't wait to be inside.
                Thread.sleep(forTimeInterval: 0.05)
                return true
            }
            flag.isUp.store(true, ordering: .releasing)
            gate.open()
            for await isAfterOpening in group { #expect(isAfterOpening) }
        }
        #expect(gate.close())
    }

    /// Nobody waits for good, and the gate that was forgotten is open then for everybody.
    @Test(.timeLimit(.minutes(1))) func aGateThatNobodyOpensOpensByItself() async {
        let gate = ReadGate()
        for _ in 0..<3 {
            gate.enter()
            #expect(!gate.close())
            gate.leave()
            _ = await onThread {
                gate.enter()
                gate.leave()
                return true
            }
            #expect(!gate.isClosed)
            #expect(gate.close())
            gate.open()
        }
    }
}

private final class Flag: Sendable {
    let isUp = Atomic(false)
}

private func onThread(_ body: @escaping @Sendable () -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}
