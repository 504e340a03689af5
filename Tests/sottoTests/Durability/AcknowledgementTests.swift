import Foundation
import RelayClient
import RelayProtocol
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// What the system sees of a relay: no acknowledgement leaves before the sync that covers it.
    @Suite(.timeLimit(.minutes(10))) struct AcknowledgementAttackTests {
        private let temporary = TemporaryFolder()
        private let clientCount = AttackForm.choose(2, full: 4)
        private let entryCount = AttackForm.choose(10, full: 100)

        /// Each client appends in lock step, to a room of its own; all of them at once, so that groups are committed.
        @Test(.disabled(if: Strace.isMissing, "NOT TESTED HERE: strace is missing, or may not trace"))
        func noAcknowledgementLeavesBeforeItsSync() async throws {
            let trace = temporary.path("trace")
            let server = try RunningServer(
                home: temporary.path("relay"), ["--max-appends-per-second", "1000000"],
                after: Strace.command(writingTo: trace, stringBytesMax: 4_200))
            var clients: [RelayClient] = []
            for _ in 0..<clientCount { clients.append(try await RelayClient.connected(to: server.invite)) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, client) in clients.enumerated() {
                    group.addTask { try await append(by: number, over: client) }
                }
                try await group.waitForAll()
            }
            for client in clients { await client.close() }
            #expect(server.end() == 0)
            let text = try await whole(trace, of: server.program.number)
            let order = AcknowledgementOrder(
                TracedCall.calls(in: text), port: server.port, requestBytesMin: bodyBytes, marker: marker)
            #expect(order.acknowledgementCount == clientCount * entryCount)
            #expect(order.faults == [])
        }

        private let bodyBytes = 3_000

        private func marker(_ client: Int, _ entry: Int) -> String { "<<client \(client) entry \(entry)>>" }

        private func append(by number: Int, over client: RelayClient) async throws {
            let room = try DurableRoom()
            _ = try await client.append(room.creation, to: room.id)
            try await room.open(with: client)
            for entry in 0..<entryCount {
                let marker = Array(marker(number, entry).utf8)
                let body = marker + [UInt8](repeating: 0x2E, count: bodyBytes - marker.count)
                _ = try await client.append(room.message(.first, body), to: room.id)
            }
        }

        /// Once the tracer has written down the end of the program, too.
        private func whole(_ trace: String, of program: Int32) async throws -> String {
            var data = Data()
            let isWhole = await eventually(within: 30) {
                data = FileManager.default.contents(atPath: trace) ?? Data()
                let last = String(decoding: data.suffix(100), as: UTF8.self).split(separator: "\n").last ?? ""
                return last.hasPrefix("\(program) ") && last.contains("+++ exited with")
            }
            try #require(isWhole, "\(String(decoding: data.suffix(500), as: UTF8.self))")
            return String(decoding: data, as: UTF8.self)
        }
    }
}
