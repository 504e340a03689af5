import Foundation
import NIOCore
import RelayProtocol
import SecureChannel
import TestSupport
import Testing

#if os(Linux)
    /// A9, behind the login: lines that end on one side, at every step of what they ask.
    @Suite(
        .blocking, .serialized, .timeLimit(.minutes(5)),
        .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct RelayHalfCloseAttackTests {
        private let temporary = TemporaryFolder()
        private let room = AttackRoom()

        private func server() async throws -> RelayProcess {
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"), ["--max-connections-per-address", "1000"])
            _ = try server.member(of: room, as: Person("Creator"))
            return server
        }

        /// With an `end` it is a goodbye, which waits for its answers; without one it is a lost line.
        @Test func whatWasAskedBeforeTheEndIsAnsweredAndThenAllIsClosed() async throws {
            let server = try await server()
            for count in [0, 1, 100] {
                let line = try server.member(of: room, as: Person())
                _ = try line.ask(room.follow())
                let numbers = try line.send((0..<count).map { room.message([UInt8(count), UInt8($0)]) })
                try line.line.send([LineMessage(kind: .end)])
                line.line.socket.endOutput()
                for number in numbers { #expect(try line.answer(to: number).number != nil) }
                while try line.hear(within: 20) {}
                #expect(line.line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            }
        }

        @Test func finsAtEveryStepAreClosedAndNothingSpins() async throws {
            let server = try await server()
            var sockets: [RawSocket] = []
            for _ in 0..<10 {
                let unstarted = try RawLine.dial(server.port, as: Person(), relay: server.key)
                let starting = RelayLine(try RawLine.dial(server.port, as: Person(), relay: server.key))
                try starting.send([.start(Start(version: 1))])
                let started = try server.started(as: Person())
                let following = try server.member(of: room, as: Person())
                try following.send([room.follow()])
                let appending = try server.member(of: room, as: Person())
                try appending.send((0..<50).map { room.message([UInt8($0)]) })
                let half = try server.member(of: room, as: Person())
                half.line.socket.send(Array(try half.sealed([room.message([1])]).dropLast(7)))
                for line in [starting, started, following, appending, half] {
                    line.line.socket.endOutput()
                    sockets.append(line.line.socket)
                }
                unstarted.socket.endOutput()
                sockets.append(unstarted.socket)
            }
            for socket in sockets { #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) != nil) }
            let before = server.process.processorSeconds
            try await Task.sleep(for: .seconds(1))
            let used = server.process.processorSeconds - before
            print("processor seconds in a second after half-closes: \(used)")
            #expect(used < 0.2)
            #expect(try server.started(as: Person()).ask(.releaseName(ReleaseName())).isDone)
        }

        /// Says goodbye, and keeps its end open without ever reading what it asked for.
        @Test func whoSaidGoodbyeAndNeverReadsCostsNothing() async throws {
            let server = try await server()
            let blob = PublicState(blob: [UInt8](repeating: 1, count: 1 << 20))
            let own = AttackRoom()
            let greedy = try (0..<10).map { _ in
                try server.started(as: Person(), receiveBufferBytes: 2_048)
            }
            let key = RoomAccessKey([UInt8](repeating: 1, count: 32))
            let creation = Entry(header: .create(try #require(key)), body: [1])
            #expect(try greedy[0].ask(own.append(creation, publicState: blob)).number == 1)
            let fetch = RelayRequest.fetchPublicState(FetchPublicState(room: own.id, hash: BlobHash(of: blob.blob)))
            for line in greedy {
                try line.send([RelayRequest](repeating: fetch, count: 50))
                try line.line.send([LineMessage(kind: .end)])
                line.line.socket.endOutput()
            }
            try await Task.sleep(for: .seconds(1))
            let before = server.process.processorSeconds
            try await Task.sleep(for: .seconds(1))
            #expect(server.process.processorSeconds - before < 0.2)
            #expect(try server.started(as: Person()).ask(.releaseName(ReleaseName())).isDone)
            withExtendedLifetime(greedy) {}
        }
    }
#endif
