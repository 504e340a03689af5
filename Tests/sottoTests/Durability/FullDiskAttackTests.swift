import Foundation
import RelayClient
import RelayProtocol
import RelayStore
import Testing

@testable import sotto

extension ProgramTests {
    /// A16: the relay's home on a disk that gets full, at any place of a commit.
    @Suite(
        .disabled(if: SmallDisk.isMissing, "NOT TESTED HERE: a small disk can't be mounted (unshare -rm, mount)"),
        .timeLimit(.minutes(5)))
    struct FullDiskAttackTests {
        private let temporary = TemporaryFolder()
        private let disk: SmallDisk
        private let options = ["--max-appends-per-second", "1000000"]

        init() throws { disk = try SmallDisk(at: temporary.path) }

        private func start(port: Int = 0) throws -> RunningServer {
            try RunningServer(
                home: temporary.path("relay"), options, listen: ["127.0.0.1:\(port)"], after: disk.command)
        }

        private func room(over client: RelayClient) async throws -> DurableRoom {
            let room = try DurableRoom()
            _ = try await client.append(room.creation, to: room.id)
            try await room.open(with: client)
            return room
        }

        @Test func aFullDiskRefusesAndLosesNothingAndTakesMoreOnceThereIsSpace() async throws {
            try disk.write("ballast", byteCount: 1 << 20)
            let server = try start()
            let (writer, reader) = (
                try await RelayClient.connected(to: server.invite), try await RelayClient.connected(to: server.invite)
            )
            let room = try await room(over: writer)
            var kept = FillingRoom(room)
            try await kept.fill(over: writer)
            #expect(kept.refused.count >= FillingRoom.sizes.count)
            // Full, it serves whoever reads, and refuses whoever writes.
            try await kept.check(WholeLog.read(room, through: reader, at: server.key()))
            await kept.append(1, byteCount: 4_000, over: writer)
            try disk.remove("ballast")
            try await kept.repeatRefused(over: writer)
            #expect(kept.refused.isEmpty)
            server.program.killNow()
            let again = try start()
            #expect(again.logged("the last stop wasn't clean; the database was checked, and is whole") != nil)
            let fresh = try await RelayClient.connected(to: again.invite)
            try await kept.check(WholeLog.read(room, through: fresh, at: again.key()))
            #expect(again.end() == 0)
        }

        /// Killed while nothing more fits, and started where nothing more fits.
        @Test func aRelayKilledOnAFullDiskHasEverythingItAcknowledged() async throws {
            try disk.write("ballast", byteCount: 1 << 20)
            let server = try start()
            let writer = try await RelayClient.connected(to: server.invite)
            let room = try await room(over: writer)
            var kept = FillingRoom(room)
            try await kept.fill(over: writer)
            server.program.killNow()
            await writer.close()
            try expectServesOrSaysWhatToDo()
            try disk.remove("ballast")
            let again = try start()
            let fresh = try await RelayClient.connected(to: again.invite)
            try await kept.check(WholeLog.read(room, through: fresh, at: again.key()))
            #expect(again.end() == 0)
        }

        private func expectServesOrSaysWhatToDo() throws {
            let program = try RunningProgram(
                ["server", "--home", temporary.path("relay"), "--listen", "127.0.0.1:0"], after: disk.command)
            if program.errors.wait(for: "the relay listens") {
                program.terminate()
                #expect(program.end() == 0)
            } else {
                #expect(program.end() == 1)
                #expect(program.errors.whole().contains("Make room on that disk"), "\(program.errors.text)")
            }
        }

        /// Many at once, large and small: what fits of a group and what doesn't.
        @Test func aDiskThatGetsFullAmongManyCommitsKeepsWhatItAcknowledged() async throws {
            try disk.write("ballast", byteCount: 1 << 20)
            let server = try start()
            var runs: [(client: RelayClient, kept: FillingRoom)] = []
            for _ in 0..<4 {
                let client = try await RelayClient.connected(to: server.invite)
                runs.append((client, FillingRoom(try await room(over: client))))
            }
            let filled = try await withThrowingTaskGroup(of: (RelayClient, FillingRoom).self) { group in
                for (client, kept) in runs {
                    group.addTask {
                        var kept = kept
                        try await kept.fill(over: client)
                        return (client, kept)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            server.program.killNow()
            try disk.remove("ballast")
            let again = try start(port: server.port)
            for (client, kept) in filled {
                let fresh = try await RelayClient.connected(to: again.invite)
                try await kept.check(WholeLog.read(kept.room, through: fresh, at: again.key()))
                await client.close()
            }
            #expect(again.end() == 0)
        }
    }
}
