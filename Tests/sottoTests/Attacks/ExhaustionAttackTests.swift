import Foundation
import NIOCore
import SecureChannel
import TestSupport
import Testing

@testable import sotto

#if os(Linux)
    /// A9, and who takes without giving: nothing spins, nothing grows.
    @Suite(.blocking, .serialized, .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct ExhaustionAttackTests {
        private let temporary = TemporaryFolder()

        private func host(
            _ kind: RelayProcess.Kind, _ options: [String] = [], after shell: String = ":"
        ) async throws -> RelayProcess {
            try await RelayProcess.start(kind, home: temporary.path("home"), options, after: shell)
        }

        private func processorSeconds(of host: RelayProcess, over seconds: Double = 1) async throws -> Double {
            let before = host.process.processorSeconds
            try await Task.sleep(for: .seconds(seconds))
            return host.process.processorSeconds - before
        }

        /// FINs at every step, from peers that then keep their end open for as long as they like.
        @Test(arguments: RelayProcess.Kind.allCases)
        func closesHalfClosedConnectionsAndDoesNotSpin(kind: RelayProcess.Kind) async throws {
            let host = try await host(kind, ["--max-connections-per-address", "1000"])
            var peers: [RawSocket] = []
            for number in 0..<20 {
                for count in [0, 1, 2, 30, 50] {
                    var forger = Forger()
                    let peer = try #require(RawSocket(to: host.port, from: "127.0.4.\(number + 1)"))
                    peer.send(Array(RawLine.framed(forger.message1()).prefix(count)))
                    peer.endOutput()
                    peers.append(peer)
                }
                let unanswered = try RawLine.shakeHands(host.port, as: Person(), relay: host.key)
                unanswered.socket.endOutput()
                let unsaid = try RawLine.dial(host.port, as: Person(), relay: host.key)
                unsaid.socket.endOutput()
                let cutRecord = try RawLine.dial(host.port, as: Person(), relay: host.key)
                cutRecord.socket.send([0x40, 0x00, 1, 2, 3])
                cutRecord.socket.endOutput()
                let said = try RawLine.dial(host.port, as: Person(), relay: host.key)
                try said.send([LineMessage(kind: .end)])
                said.socket.endOutput()
                peers += [unanswered, unsaid, cutRecord, said].map(\.socket)
            }
            for peer in peers { #expect(peer.bytesUntilClosed(within: AttackForm.closingSeconds) != nil) }
            let used = try await processorSeconds(of: host)
            print("processor seconds in a second after half-closes: \(used)")
            #expect(used < 0.2)
        }

        /// The goodbye of one side alone: a line that still stands, and costs nothing.
        @Test(arguments: RelayProcess.Kind.allCases)
        func doesNotSpinForPeersThatStayHalfClosed(kind: RelayProcess.Kind) async throws {
            let host = try await host(kind)
            let lines = try (0..<20).map { _ in try RawLine.dial(host.port, as: Person(), relay: host.key) }
            for line in lines { try line.send([LineMessage(kind: .end)]) }
            let used = try await processorSeconds(of: host)
            #expect(used < 0.2)
        }

        /// Says one thing again and again, and reads nothing of what it is answered.
        @Test(arguments: RelayProcess.Kind.allCases)
        func holdsNothingForAPeerThatNeverReads(kind: RelayProcess.Kind) async throws {
            let host = try await host(kind)
            let line = try RawLine.dial(host.port, as: Person(), relay: host.key, receiveBufferBytes: 2_048)
            try await Task.sleep(for: .milliseconds(300))
            let before = host.process.residentBytes
            let end = Date().addingTimeInterval(AttackForm.choose(3, full: 60))
            var sentCount = 0
            while Date() < end {
                let flood = try line.sealed((0..<1_000).map { _ in LineMessage(kind: .ping) })
                guard line.socket.send(flood) else { break }
                sentCount += 1_000
            }
            let grown = host.process.residentBytes - before
            print("\(sentCount) sent, \(grown / 1_024) KiB grown")
            #expect(sentCount > 10_000)
            #expect(grown < 8 << 20)
            _ = try RawLine.dial(host.port, as: Person(), relay: host.key)
        }

        /// Devices that nobody has seen before, one after the other, none of which says goodbye.
        @Test(arguments: RelayProcess.Kind.allCases)
        func keepsNoMoreOfStrangersThanItsLimits(kind: RelayProcess.Kind) async throws {
            let host = try await host(kind)
            func come(_ count: Int) throws {
                for _ in 0..<count { _ = try RawLine.dial(host.port, as: Person(), relay: host.key) }
            }
            try come(1_000)
            let before = host.process.residentBytes
            let count = AttackForm.choose(400, full: 20_000)
            try come(count)
            let grown = host.process.residentBytes - before
            print("\(grown / 1_024) KiB for \(count) further strangers")
            // A hello that is remembered, a serial, and what the allocator keeps.
            #expect(grown < 1 << 20 + count * 8_192)
        }

        @Test func survivesRunningOutOfDescriptorsWithoutSpinning() async throws {
            let host = try await host(.server, ["--threads", "1"], after: "ulimit -n 48")
            var peers = (0..<120).compactMap { RawSocket(to: host.port, from: "127.0.5.\($0 % 100 + 1)") }
            try await Task.sleep(for: .milliseconds(200))
            let used = try await processorSeconds(of: host)
            print("processor seconds in a second without descriptors: \(used)")
            #expect(used < 0.3)
            #expect(host.process.isRunning)
            peers.removeAll()
            let login = await eventually(within: 10) {
                (try? RawLine.dial(host.port, as: Person(), relay: host.key)) != nil
            }
            #expect(login)
        }

        /// Peers that never close: each may take its time, but all take it at once.
        @Test(arguments: RelayProcess.Kind.allCases)
        func stopsInTimeHoweverManyPeersDoNotClose(kind: RelayProcess.Kind) async throws {
            let host = try await host(kind)
            let lines = try (0..<30).map { _ in try RawLine.dial(host.port, as: Person(), relay: host.key) }
            host.process.signal(SIGTERM)
            #expect(await host.process.status(within: 10) == 0)
            for line in lines {
                let refusal = try line.next(within: 1)
                #expect(refusal?.kind == .refusal)
                #expect(refusal?.body.readableBytesView.first == Refusal.stopping.rawValue)
            }
        }

        /// What others say there waits in the log, not in the memory of who can't show it.
        @Test func stopsAlsoWhereNobodyReadsItsOutput() async throws {
            let host = try await RelayProcess.start(.host, home: temporary.path("home"), reader: .asleepAfterALine)
            let text = String(repeating: "x", count: 10_000)
            for _ in 0..<100 { host.process.type(text + "\n") }
            try await Task.sleep(for: .seconds(1))
            host.process.signal(SIGTERM)
            #expect(await host.process.status(within: 30) == 0)
        }

        @Test func endsWhereNobodyCanReadItsOutputAnyMore() async throws {
            let host = try await RelayProcess.start(.host, home: temporary.path("home"), reader: .goneAfterALine)
            host.process.type("lost\n")
            #expect(await host.process.status(within: 20) == 0)
        }
    }
#endif
