import Dispatch
import Synchronization
import Testing

@testable import SecureChannel

struct ConnectionGateTests {
    private func limits(
        unproven: Int = 100, unprovenPerAddress: Int = 100, all: Int = 100, perAddress: Int = 100
    ) -> ConnectionLimits {
        var limits = ConnectionLimits()
        limits.unprovenMax = unproven
        limits.unprovenPerAddressMax = unprovenPerAddress
        limits.connectionsMax = all
        limits.connectionsPerAddressMax = perAddress
        return limits
    }

    @Test func letsInAsManyAsTheLimitAndNotOneMore() throws {
        let gate = ConnectionGate(limits: limits(unproven: 3))
        let visitors = (0..<3).compactMap { gate.enter(from: "\($0)") }
        #expect(visitors.count == 3)
        #expect(gate.enter(from: "other") == nil)
        visitors[0].leave()
        #expect(gate.enter(from: "other") != nil)
        #expect(gate.enter(from: "another") == nil)
    }

    @Test func countsEachAddressForItself() {
        let gate = ConnectionGate(limits: limits(unprovenPerAddress: 2))
        #expect(gate.enter(from: "a") != nil)
        #expect(gate.enter(from: "a") != nil)
        #expect(gate.enter(from: "a") == nil)
        #expect(gate.enter(from: "b") != nil)
    }

    @Test func freesThePlaceOfTheUnprovenAtTheLogin() throws {
        let gate = ConnectionGate(limits: limits(unproven: 1, unprovenPerAddress: 1))
        let first = try #require(gate.enter(from: "a"))
        #expect(gate.enter(from: "a") == nil)
        #expect(first.authenticate())
        #expect(gate.authenticatedCount == 1)
        #expect(gate.enter(from: "a") != nil)
    }

    @Test func limitsLoginsInAllAndPerAddress() throws {
        let inAll = ConnectionGate(limits: limits(all: 2))
        let three = (0..<3).compactMap { inAll.enter(from: "\($0)") }
        #expect(three.map { $0.authenticate() } == [true, true, false])
        three[0].leave()
        #expect(three[2].authenticate())
        let perAddress = ConnectionGate(limits: limits(perAddress: 1))
        let (one, two, other) = (perAddress.enter(from: "a"), perAddress.enter(from: "a"), perAddress.enter(from: "b"))
        #expect(one?.authenticate() == true)
        #expect(two?.authenticate() == false)
        #expect(other?.authenticate() == true)
    }

    @Test func givesAPlaceBackOnce() throws {
        let gate = ConnectionGate(limits: limits(unproven: 1))
        let visitor = try #require(gate.enter(from: "a"))
        visitor.leave()
        visitor.leave()
        #expect(gate.enter(from: "a") != nil)
        #expect(gate.enter(from: "a") == nil)
    }

    @Test func logsInOnceAndNotAfterLeaving() throws {
        let gate = ConnectionGate(limits: limits())
        let visitor = try #require(gate.enter(from: "a"))
        #expect(visitor.authenticate())
        #expect(!visitor.authenticate())
        #expect(gate.authenticatedCount == 1)
        visitor.leave()
        #expect(!visitor.authenticate())
        #expect(gate.authenticatedCount == 0)
    }

    @Test func countsRightUnderManyThreads() {
        let gate = ConnectionGate(limits: limits(unproven: 50, unprovenPerAddress: 20, all: 30, perAddress: 10))
        let most = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for round in 0..<2_000 {
                guard let visitor = gate.enter(from: "\((thread + round) % 7)") else { continue }
                if round % 2 == 0 { _ = visitor.authenticate() }
                most.max(gate.authenticatedCount, ordering: .relaxed)
                visitor.leave()
            }
        }
        #expect(most.load(ordering: .relaxed) <= 30)
        #expect(gate.authenticatedCount == 0)
        // Nothing is left over: as many fit as at the beginning.
        let visitors = (0..<51).compactMap { gate.enter(from: "fresh \($0)") }
        #expect(visitors.count == 50)
    }
}
