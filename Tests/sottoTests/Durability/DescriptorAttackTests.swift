import Foundation
import RelayClient
import RelayProtocol
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// More peers than the relay has descriptors for.
    @Suite(.timeLimit(.minutes(5))) struct DescriptorAttackTests {
        private let temporary = TemporaryFolder()

        @Test func withoutDescriptorsItServesThoseWhoAreHereAndLaterOthersAgain() async throws {
            let server = try RunningServer(
                home: temporary.path("relay"), ["--threads", "1", "--max-appends-per-second", "1000000"],
                after: "ulimit -n 64")
            let here = try await RelayClient.connected(to: server.invite)
            let room = try DurableRoom()
            _ = try await here.append(room.creation, to: room.id)
            try await room.open(with: here)
            for round in 0..<AttackForm.choose(2, full: 10) {
                var peers = (0..<150).compactMap { RawSocket(to: server.port, from: "127.0.6.\($0 % 100 + 1)") }
                #expect(server.logged("no connection can be accepted")?["errno"] as? String == "\(EMFILE)")
                // Its disk needs no more descriptors than it has, and its lines none.
                for number in 0..<200 {
                    let body = Array("round \(round) number \(number)".utf8)
                    let appended = try await here.append(room.message(.first, body), to: room.id)
                    #expect(appended.number.rawValue == UInt64(2 + round * 200 + number))
                }
                peers.removeAll()
                // Who dials again and again is served once there is space.
                let fresh = try RelayClient(to: server.invite)
                fresh.begin()
                _ = try await room.open(with: fresh)
                await fresh.close()
            }
            // Each time it looks away for a while: as many complaints as a busy loop would make in a moment never come.
            let began = Date()
            let complaints = { server.logs.count { $0["message"] as? String == "no connection can be accepted" } }
            let before = complaints()
            let peers = (0..<150).compactMap { RawSocket(to: server.port, from: "127.0.6.\($0 % 100 + 1)") }
            try await Task.sleep(for: .seconds(2))
            let waited = Date().timeIntervalSince(began)
            #expect(Double(complaints() - before) < 20 * waited)
            withExtendedLifetime(peers) {}
            await here.close()
            #expect(server.end() == 0)
        }
    }
}
