import Foundation
import Identity
import RelayProtocol
import Sodium
import TestSupport
import Testing

/// A12: somebody's key packages are claimed until none is left.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(5)),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct ClaimAttackTests {
    private let temporary = TemporaryFolder()
    private let suite = CipherSuiteNumber(rawValue: 0xF04D)

    private func package(_ number: Int, byteCount: Int = 64) -> KeyPackageBytes {
        KeyPackageBytes([UInt8(truncatingIfNeeded: number), 7] + [UInt8](repeating: 1, count: byteCount - 2))
    }

    private func claim(_ person: Person) -> RelayRequest {
        .claimKeyPackages(ClaimKeyPackages(identity: IdentityKey(person.identity.publicKey), suites: [suite]))
    }

    private func single(_ answer: RelayAnswer) -> ClaimedKeyPackage? {
        guard case .claimed(let claimed) = answer, claimed.packages.count == 1 else { return nil }
        return claimed.packages.first
    }

    @Test func noneIsHandedOutTwiceButTheLastResortAlsoAfterAKill() async throws {
        let home = temporary.path("home")
        var server = try await RelayProcess.start(.server, home: home)
        let ann = Person("Ann")
        let published = PublishKeyPackages(
            suite: suite, packages: (0..<20).map { package($0) }, lastResort: package(99))
        #expect(try server.started(as: ann).ask(.publishKeyPackages(published)).isDone)
        var ordinary: [KeyPackageBytes] = []

        func take(_ answers: [RelayAnswer]) throws -> Int {
            var count = 0
            for answer in answers {
                let claimed = try #require(single(answer))
                if claimed.isLastResort {
                    #expect(claimed.keyPackage == package(99))
                } else {
                    ordinary.append(claimed.keyPackage)
                    count += 1
                }
            }
            return count
        }

        // One peer, all at once.
        let eve = try server.started(as: Person("Eve"))
        let numbers = try eve.send([RelayRequest](repeating: claim(ann), count: AttackForm.choose(100, full: 1_000)))
        #expect(try take(try numbers.map { try eve.answer(to: $0) }) == 5)
        // A second line of hers has no more.
        #expect(try take([try server.started(as: Person("Fay")).ask(claim(ann))]) == 1)
        server.process.killNow()
        server = try await RelayProcess.start(.server, home: home)
        for _ in 0..<10 {
            let other = try server.started(as: Person())
            let more = try other.send([RelayRequest](repeating: claim(ann), count: 3))
            _ = try take(try more.map { try other.answer(to: $0) })
        }
        #expect(ordinary.count == 20)
        #expect(Set(ordinary).count == 20)
    }

    /// Sixteen devices with the largest package each: 256 KiB of answer for 44 bytes of request.
    #if os(Linux)
        @Test func claimsWhoseAnswersNobodyReadsTakeNoMemory() async throws {
            let server = try await RelayProcess.start(.server, home: temporary.path("home"))
            let ann = Person("Ann")
            for number in 0..<16 {
                let line = try server.started(as: Person("Ann", identity: ann.identity))
                let published = PublishKeyPackages(
                    suite: suite, packages: [], lastResort: package(number, byteCount: 16 << 10))
                #expect(try line.ask(.publishKeyPackages(published)).isDone)
            }
            let eves = try (0..<AttackForm.choose(2, full: 20)).map { _ in
                try server.started(as: Person("Eve"), receiveBufferBytes: 2_048)
            }
            let before = server.process.residentBytes
            var largest = before
            for eve in eves {
                eve.line.socket.send(try eve.sealed([RelayRequest](repeating: claim(ann), count: 1_400)))
                for _ in 0..<10 {
                    try await Task.sleep(for: .milliseconds(100))
                    largest = max(largest, server.process.residentBytes)
                }
            }
            print("\((largest - before) >> 10) KiB for claims of \(eves.count) lines")
            #expect(largest - before < 96 << 20)
            #expect(try server.started(as: Person("Bob")).ask(claim(ann)).code == nil)
            withExtendedLifetime(eves) {}
        }
    #endif
}
