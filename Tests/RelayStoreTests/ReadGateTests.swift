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
        let gate = ReadGate()
        #expect(gate.close())
        let flag = Flag()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    await onThread {
                        gate.enter()
                        defer { gate.leave() }
                        return flag.isUp.load(ordering: .acquiring)
                    }
                }
            }
            flag.isUp.store(true, ordering: .releasing)
            gate.open()
            for await isAfterOpening in group { #expect(isAfterOpening) }
        }
        #expect(gate.close())
    }

    /// Nobody waits for good, and the gate that was forgotten is open then for everybody.
    @Test func aGateThatNobodyOpensOpensByItself() async {
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
