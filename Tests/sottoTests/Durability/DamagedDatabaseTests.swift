import Foundation
import RelayClient
import RelayProtocol
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// What a disk has done to the database between two runs costs what it has hit, and nothing else.
    @Suite(.timeLimit(.minutes(5))) struct DamagedDatabaseTests {
        private let temporary = TemporaryFolder()
        private var home: String { temporary.path("relay") }
        private let found = "the database is damaged; what can be read is served, and the rest is said to be damaged"
        private let checked = "the last stop wasn't clean; the database was checked, and is whole"

        private func start() throws -> RunningServer {
            let server = try RunningServer(home: home, ["--max-appends-per-second", "1000000"])
            #expect(server.logged("the relay listens") != nil)
            return server
        }

        private func body(_ number: Int) -> [UInt8] {
            Array("entry \(number) of many ".utf8) + [UInt8](repeating: 0x6D, count: 300)
        }

        /// Two rooms, each with so many messages behind its creation, in a database without a log.
        private func fill(_ count: Int) async throws -> [DurableRoom] {
            let server = try start()
            let client = try await RelayClient.connected(to: server.invite)
            var rooms: [DurableRoom] = []
            for index in 0..<2 {
                let room = try DurableRoom()
                _ = try await client.append(room.creation, to: room.id)
                try await room.open(with: client)
                for number in 0..<count {
                    _ = try await client.append(room.message(.first, body(index * count + number)), to: room.id)
                }
                rooms.append(room)
            }
            await client.close()
            #expect(server.end() == 0)
            return rooms
        }

        @Test func checksEverythingAfterAKillAndNothingAfterAStop() async throws {
            let first = try start()
            #expect(first.end() == 0)
            let second = try start()
            #expect(!second.logs.contains { $0["message"] as? String == checked })
            second.program.killNow()
            let third = try start()
            #expect(third.logs.contains { $0["message"] as? String == checked })
            #expect(third.end() == 0)
            let fourth = try start()
            #expect(!fourth.logs.contains { $0["message"] as? String == checked })
            #expect(fourth.end() == 0)
        }

        @Test func aDamagedEntryIsSaidToBeDamagedAndEverythingElseIsServed() async throws {
            let rooms = try await fill(40)
            try DatabaseFile(home: home).flip(in: body(7))
            let server = try start()
            let client = try await RelayClient.connected(to: server.invite)
            let log = try await PartialLog.read(rooms[0], through: client)
            #expect(log.damaged == [9])
            #expect(log.bodies.count == 39)
            #expect(log.isWhole(in: rooms[0].id, at: try server.key()))
            let appended = try await client.append(rooms[0].message(.first, body(1_000)), to: rooms[0].id)
            #expect(appended.number == EntryNumber(42))
            // Said again, it is the entry that it was.
            let again = try await client.append(rooms[0].message(.first, body(7)), to: rooms[0].id)
            #expect(again.number == EntryNumber(9))
            let other = try await WholeLog.read(
                rooms[1], through: try await RelayClient.connected(to: server.invite), at: server.key())
            #expect(other.entries.count == 41)
            await client.close()
            #expect(server.end() == 0)
        }

        /// SQLite itself can't read the page, and says so where everything is checked.
        @Test func aBrokenPageIsToldAtTheStartWithoutContentAndEverythingElseIsServed() async throws {
            let rooms = try await fill(200)
            let unclean = try start()
            unclean.program.killNow()
            try DatabaseFile(home: home).breakPage(with: body(100))
            let server = try start()
            let told = try #require(server.logs.first { $0["message"] as? String == found })
            #expect(told["level"] as? String == "error")
            #expect((told["findings"] as? String).flatMap(Int.init).map { $0 > 0 } == true)
            #expect(Set(told.keys) == ["time", "level", "message", "findings"])
            let client = try await RelayClient.connected(to: server.invite)
            let log = try await PartialLog.read(rooms[0], through: client)
            #expect(log.last == 201)
            #expect(log.damaged.contains(102))
            #expect(log.damaged.count < 40)
            #expect(log.bodies.count + log.damaged.count == 200)
            let other = try await WholeLog.read(
                rooms[1], through: try await RelayClient.connected(to: server.invite), at: server.key())
            #expect(other.entries.count == 201)
            let appended = try await client.append(rooms[0].message(.first, body(1_000)), to: rooms[0].id)
            #expect(appended.number == EntryNumber(202))
            let text = server.program.errors.text
            #expect(!text.contains("of many"))
            for room in rooms { #expect(!text.contains(room.id.bytes.hex)) }
            await client.close()
            #expect(server.end() == 0)
        }
    }
}
