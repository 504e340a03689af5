import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct KeyPackageTests {
    private let ann = TestPerson(1)
    private let annsOther = TestPerson(1, device: 1)
    private let bob = TestPerson(2)
    private let suite = CipherSuiteNumber(rawValue: 0xF04D)
    private let other = CipherSuiteNumber(rawValue: 1)

    private func relay(_ count: UInt64 = 20, lastResort: UInt64? = 1_000) throws -> TestRelay {
        var relay = TestRelay()
        _ = try relay.group([ann.keepDevice(), annsOther.keepDevice()])
        #expect(try publish(&relay, suite, count, lastResort) == .done(Done()))
        return relay
    }

    private func publish(
        _ relay: inout TestRelay, _ suite: CipherSuiteNumber, _ count: UInt64, _ lastResort: UInt64?,
        by person: TestPerson? = nil, from first: UInt64 = 0
    ) throws -> RelayAnswer {
        let packages = (0..<count).map { KeyPackageBytes.numbered(first + $0) }
        return try relay.ask(
            person ?? ann,
            .publishKeyPackages(
                PublishKeyPackages(suite: suite, packages: packages, lastResort: lastResort.map { .numbered($0) })))
    }

    private func claim(
        _ relay: inout TestRelay, by person: TestPerson, _ suites: [CipherSuiteNumber]? = nil
    ) throws -> [ClaimedKeyPackage] {
        let claim = ClaimKeyPackages(identity: ann.identity, suites: suites ?? [suite])
        guard case .claimed(let claimed) = try relay.ask(person, .claimKeyPackages(claim)) else { return [] }
        return claimed.packages
    }

    @Test func eachDeviceGivesOneOfTheFirstSuiteThatItHas() throws {
        var relay = try relay()
        #expect(try publish(&relay, other, 1, nil, by: annsOther, from: 500) == .done(Done()))
        let claimed = try claim(&relay, by: bob, [suite, other])
        #expect(claimed.map(\.device) == [ann.device, annsOther.device])
        #expect(claimed.map(\.suite) == [suite, other])
        #expect(claimed.map(\.keyPackage) == [.numbered(0), .numbered(500)])
        #expect(try claim(&relay, by: bob, [other]).isEmpty)
        #expect(try claim(&relay, by: bob, [CipherSuiteNumber(rawValue: 9)]).isEmpty)
    }

    @Test func whoIsNotKnownHasNone() throws {
        var relay = TestRelay()
        let claim = ClaimKeyPackages(identity: ann.identity, suites: [suite])
        #expect(try relay.ask(bob, .claimKeyPackages(claim)) == .refused(.unknown))
        #expect(try publish(&relay, suite, 1, nil) == .refused(.unknown))
    }

    /// A12.
    @Test func aThousandClaimsOfOnePeerGetFiveAndThenTheLastResort() throws {
        var relay = try relay()
        let claimed = try (0..<1_000).flatMap { _ in try claim(&relay, by: bob) }
        #expect(claimed.count == 1_000)
        let ordinary = claimed.filter { !$0.isLastResort }.map(\.keyPackage)
        #expect(ordinary == (0..<5).map { .numbered($0) })
        #expect(claimed.filter(\.isLastResort).allSatisfy { $0.keyPackage == .numbered(1_000) })
        relay.pass(seconds: 3_599)
        #expect(try claim(&relay, by: bob)[0].isLastResort)
        relay.pass(seconds: 1)
        #expect(try claim(&relay, by: bob)[0].keyPackage == .numbered(5))
    }

    @Test func aThousandClaimersTakeFiftyAnHourAndNoneTwice() throws {
        var relay = try relay()
        var ordinary: [KeyPackageBytes] = []
        for person in UInt32(0)..<1_000 {
            if person.isMultiple(of: 20) {
                #expect(try publish(&relay, suite, 20, 1_000, from: UInt64(person) * 100) == .done(Done()))
            }
            let claimed = try claim(&relay, by: TestPerson(100 + person))
            #expect(claimed.count == 1)
            ordinary += claimed.filter { !$0.isLastResort }.map(\.keyPackage)
        }
        #expect(ordinary.count == 50)
        #expect(Set(ordinary).count == 50)
        #expect(relay.core.ratedCount <= RelayLimits.ratedMax)
    }

    @Test func withoutALastResortThereIsNothingBeyondTheLimit() throws {
        var relay = try relay(20, lastResort: nil)
        let claimed = try (0..<7).map { _ in try claim(&relay, by: bob).count }
        #expect(claimed == [1, 1, 1, 1, 1, 0, 0])
    }

    @Test func aClaimThatCameToNothingTakesNothing() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        _ = try relay.group([ann.keepDevice()])
        #expect(try publish(&relay, suite, 2, nil) == .done(Done()))
        for _ in 0..<20 {
            storage.failNextWrite(with: .unavailable)
            #expect(throws: StorageError.unavailable) { try claim(&relay, by: bob) }
        }
        #expect(try claim(&relay, by: bob).map(\.keyPackage) == [.numbered(0)])
        #expect(try claim(&relay, by: bob).map(\.keyPackage) == [.numbered(1)])
        #expect(try claim(&relay, by: bob).isEmpty)
    }

    @Test func aDeviceHasFourSuitesAndNoFifth() throws {
        var relay = TestRelay()
        _ = try relay.group([ann.keepDevice()])
        func put(_ number: UInt16, _ count: UInt64) throws -> RelayAnswer {
            try publish(&relay, CipherSuiteNumber(rawValue: number), count, nil)
        }
        for number in UInt16(1)...4 { #expect(try put(number, 1) == .done(Done())) }
        #expect(try put(5, 1) == .refused(.overQuota))
        #expect(try put(5, 0) == .done(Done()))
        #expect(try put(4, 2) == .done(Done()))
        #expect(try put(4, 0) == .done(Done()))
        #expect(try put(5, 1) == .done(Done()))
    }
}
