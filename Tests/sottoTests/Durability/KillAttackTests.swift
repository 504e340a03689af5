import Foundation
import Identity
import RelayClient
import RelayProtocol
import RelayStore
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// A15: `kill -9` of the relay while several people append to several rooms.
    @Suite(.timeLimit(.minutes(20))) struct KillAttackTests {
        private let temporary = TemporaryFolder()
        private let killCount = AttackForm.choose(10, full: 200)
        private let appendCount = AttackForm.choose(500, full: 10_000)
        private let senderCount = 5

        @Test func everythingAcknowledgedIsThereOnceHoweverOftenTheRelayIsKilled() async throws {
            var random = SeededRandom.announced()
            let server = try KilledServer(
                home: temporary.path("relay"), ["--max-appends-per-second", "1000000", "--threads", "2"])
            let invite = server.running.invite
            let rooms = try (0..<3).map { _ in try DurableRoom() }
            let progress = Milestones()
            let contest = DurableSender.Contest()
            var senders: [DurableSender] = []
            for number in 0..<senderCount {
                let client = try await RelayClient.connected(to: invite)
                for room in rooms {
                    if number == 0 { _ = try await client.append(room.creation, to: room.id) }
                    try await room.open(with: client)
                }
                senders.append(
                    DurableSender(number, client, rooms, contest: contest, seed: random.next()) { progress.add() })
            }
            let watcher = try await LogWatcher(try await RelayClient.connected(to: invite), rooms)
            let began = ContinuousClock.now
            let appending = Task { [senders, share = appendCount / senderCount] in
                await withTaskGroup(of: Void.self) { group in
                    for sender in senders { group.addTask { await sender.append(share) } }
                }
            }
            try await kill(server, progress, &random)
            await appending.value
            let took = ContinuousClock.now - began
            try checkStore(server)
            try server.restart(expectingCheck: false)
            let logs = try await read(rooms, server.running)
            for room in rooms { #expect(await hasHeard(watcher, logs[room.id]?.entries ?? [], room)) }
            check(senders.map(\.told), logs)
            report(server.killCount, senders.map(\.told), logs, took)
            #expect(server.running.end() == 0)
        }

        /// At random instants, so that all of them lie among the appends.
        private func kill(
            _ server: KilledServer, _ progress: Milestones, _ random: inout SeededRandom
        ) async throws {
            let step = appendCount / (killCount + 1)
            while server.killCount < killCount {
                let place = server.killCount * step + Int.random(in: 1...step, using: &random)
                await progress.reach(min(max(place, progress.count + 1), appendCount))
                usleep(UInt32.random(in: 0..<4_000, using: &random))
                server.kill()
                if Int.random(in: 0..<8, using: &random) == 0, server.killCount < killCount {
                    try server.killStarting(afterMilliseconds: Int.random(in: 0..<150, using: &random))
                }
                try server.restart()
            }
        }

        /// The store's own word, after one kill more.
        private func checkStore(_ server: KilledServer) throws {
            server.running.program.killNow()
            let store = try RelayStore(path: temporary.path("relay/relay/relay.sqlite"))
            #expect(store.condition == .recovered)
            store.close()
        }

        private func read(_ rooms: [DurableRoom], _ running: RunningServer) async throws -> [RoomID: WholeLog] {
            var logs: [RoomID: WholeLog] = [:]
            for room in rooms {
                let client = try await RelayClient.connected(to: running.invite)
                logs[room.id] = try await WholeLog.read(room, through: client, at: running.key())
                await client.close()
            }
            return logs
        }

        private func hasHeard(_ watcher: LogWatcher, _ entries: [Entry], _ room: DurableRoom) async -> Bool {
            await eventually(within: 30) { watcher.entries(of: room.id).count >= entries.count }
                && watcher.entries(of: room.id) == entries
        }

        private func check(_ told: [DurableSender.Told], _ logs: [RoomID: WholeLog]) {
            var counts: [RoomID: Int] = [:]
            for told in told {
                #expect(told.lastError == nil)
                #expect(told.acknowledged.count == appendCount / senderCount)
                for one in told.acknowledged {
                    counts[one.room, default: 0] += 1
                    let number = Int(one.appended.number.rawValue)
                    guard let log = logs[one.room], number <= log.entries.count else {
                        Issue.record("number \(number) isn't in its log")
                        continue
                    }
                    #expect(log.entries[number - 1] == one.entry)
                    #expect(log.heads[number] == one.appended.head.bytes)
                }
                for (_, ofRoom) in Dictionary(grouping: told.acknowledged, by: \.room) {
                    let inLog = ofRoom.sorted { $0.appended.number < $1.appended.number }.map(\.serial)
                    #expect(inLog == inLog.sorted(), "order of a sender")
                    #expect(Set(inLog).count == inLog.count)
                }
            }
            for (room, log) in logs {
                // The creation is nobody's: every other entry has been acknowledged once.
                #expect(log.entries.count == 1 + counts[room, default: 0])
                #expect(Set(log.entries).count == log.entries.count)
                let refused = Set(told.flatMap(\.refused))
                #expect(!log.entries.contains { refused.contains($0) })
                checkParents(log.entries)
            }
        }

        /// One commit a parent, and nothing for it afterwards.
        private func checkParents(_ entries: [Entry]) {
            var ended: Set<EntryNumber> = []
            for entry in entries {
                #expect(!ended.contains(entry.header.parent))
                if entry.header.kind == .commit { ended.insert(entry.header.parent) }
            }
        }

        private func report(
            _ kills: Int, _ told: [DurableSender.Told], _ logs: [RoomID: WholeLog], _ took: Duration
        ) {
            let acknowledged = told.reduce(0) { $0 + $1.acknowledged.count }
            let (refused, races) = told.reduce((0, 0)) { ($0.0 + $1.refused.count, $0.1 + $1.lostRaceCount) }
            print(
                "A15: \(kills) kills, \(acknowledged + refused) appends by \(told.count) senders in \(logs.count) rooms: "
                    + "\(acknowledged) acknowledged, \(refused) refused after a commit (\(races) of them commits that "
                    + "lost a race), \(told.reduce(0) { $0 + $1.repeatCount }) said again; "
                    + "\(logs.values.reduce(0) { $0 + $1.entries.count }) entries in the logs, took \(took)")
        }
    }
}
