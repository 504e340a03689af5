import Foundation
import RelayProtocol
import TestSupport
import Testing

#if os(Linux)
    /// A3: many who are logged in and do nothing.
    @Suite(
        .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
        .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct IdleCrowdAttackTests {
        private let temporary = TemporaryFolder()

        @Test func takesAtMost100MBAndHoldsUpNobody() async throws {
            let count = AttackForm.choose(300, full: 10_000)
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"),
                [
                    "--max-connections", "20000", "--max-connections-per-address", "20000",
                    "--max-appends-per-second", "100000",
                ], after: "ulimit -n 20000")
            let room = AttackRoom()
            let writer = try server.member(of: room, as: Person("Ann"))
            let reader = try server.member(of: room, as: Person("Bob"))
            _ = try reader.ask(room.follow(from: 2))
            var idle: [RelayLine] = []
            for number in 0..<count {
                idle.append(try server.started(as: Person(), from: "127.0.\(number % 200 + 1).\(number % 250 + 1)"))
                guard number % 100 == 0 else { continue }
                let entry = try writer.ask(room.message([UInt8(truncatingIfNeeded: number / 100)])).number
                let event = try reader.events(1).first
                #expect(event?.number == entry && event?.body == [UInt8(truncatingIfNeeded: number / 100)])
            }
            print("\(server.process.residentBytes >> 10) KiB with \(count) idle lines")
            #expect(server.process.residentBytes <= 100 << 20)
            // They are still served.
            for line in [idle.first, idle.last, idle[count / 2]] {
                #expect(try line?.ask(.releaseName(ReleaseName())).isDone == true)
            }
            withExtendedLifetime(idle) {}
        }
    }
#endif
