import Foundation
import NIOCore
import TestSupport
import Testing

@testable import SecureChannel

#if os(Linux)
    /// A2, A4: many who do next to nothing. Linux has all of 127.0.0.0/8 to come from.
    @Suite(.blocking, .serialized, .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct CrowdAttackTests {
        private let temporary = TemporaryFolder()

        /// A first message that ends after `count` bytes.
        private func beginning(_ count: Int) -> [UInt8] {
            var forger = Forger()
            return Array(RawLine.framed(forger.message1()).prefix(count))
        }

        @Test(arguments: AttackedRelay.kinds)
        func isRefusedAtTheCapWhereAllComeFromOneAddress(kind: AttackedRelay.Kind) async throws {
            try await AttackedRelay.run(kind) { relay in
                let peers = (0..<AttackForm.choose(200, full: 1_000)).compactMap { _ -> RawSocket? in
                    let peer = RawSocket(to: relay.port, from: "127.0.0.2")
                    peer?.send([0])
                    return peer
                }
                let took = try relay.honestDeed()
                #expect(took < AttackForm.atOnce)
                let standing = peers.count { $0.bytesUntilClosed(within: 0.01) == nil }
                #expect(standing == ConnectionLimits().unprovenPerAddressMax)
            }
        }

        @Test(arguments: AttackedRelay.kinds)
        func isClosedByTheDeadlineWhereEachTrickles(kind: AttackedRelay.Kind) async throws {
            // That of `sotto server` can't be set.
            let isShort = kind == .line && !AttackForm.isFull
            let deadline = isShort ? TimeAmount.seconds(2) : .seconds(10)
            try await AttackedRelay.run(kind, deadline: deadline) { relay in
                let start = Date()
                let count = AttackForm.choose(200, full: 1_000)
                let peers = (0..<count).compactMap {
                    RawSocket(to: relay.port, from: "127.0.\($0 % 100 + 3).\($0 % 200 + 1)")
                }
                #expect(peers.count == count)
                let bytes = beginning(40)
                for byte in bytes where Date().timeIntervalSince(start) < Double(deadline.nanoseconds) / 1e9 {
                    for peer in peers { _ = peer.sendSome([byte], within: 0) }
                    let took = try relay.honestDeed()
                    #expect(took < AttackForm.atOnce)
                    try await Task.sleep(for: .milliseconds(isShort ? 200 : 5_000))
                }
                let closed = await eventually(
                    within: Double(deadline.nanoseconds) / 1e9 + AttackForm.closingSeconds + 1
                ) {
                    peers.allSatisfy { $0.bytesUntilClosed(within: 0) == 0 }
                }
                #expect(closed)
                // Every place is free again.
                if let gate = relay.loopback?.gate {
                    let visitors = (0..<ConnectionLimits().unprovenMax).compactMap { gate.enter(from: "\($0)") }
                    #expect(visitors.count == ConnectionLimits().unprovenMax)
                }
            }
        }

        /// 500 announce the largest third message, or after a login the largest record, and stall.
        @Test(arguments: RelayProcess.Kind.allCases, [true, false])
        func takesAtMost64KiBEachWhereAllAnnounceTheLargestFrameAndStall(
            kind: RelayProcess.Kind, loggedIn: Bool
        ) async throws {
            let host = try await RelayProcess.start(
                kind, home: temporary.path("home"), ["--max-connections-per-address", "10000"])
            for _ in 0..<20 { _ = try RawLine.dial(host.port, as: Person(), relay: host.key) }
            let before = host.process.residentBytes
            let count = 500
            var peers: [RawSocket] = []
            for number in 0..<count {
                let address = "127.0.2.\(number % 20 + 1)"
                if loggedIn {
                    let line = try RawLine.dial(host.port, as: Person(), relay: host.key, from: address)
                    line.socket.send([0xFF, 0xFF, 0x01])
                    peers.append(line.socket)
                } else {
                    let peer = try #require(RawSocket(to: host.port, from: address))
                    peer.send(beginning(50))
                    _ = try #require(peer.read(98))
                    peer.send([0x04, 0x00, 0x01])
                    peers.append(peer)
                }
            }
            try await Task.sleep(for: .milliseconds(200))
            let grown = host.process.residentBytes - before
            print("\(loggedIn ? "after" : "before") the login: \(grown / count / 1_024) KiB each")
            #expect(grown <= count * 65_536)
            let took = try RawLine.dial(host.port, as: Person(), relay: host.key)
            _ = took
            guard !loggedIn else { return }
            let closed = await eventually(within: 13) { peers.allSatisfy { $0.bytesUntilClosed(within: 0) == 0 } }
            #expect(closed)
        }
    }
#endif
