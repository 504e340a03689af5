import Foundation
import Identity
import RelayProtocol
import Sodium
import TestSupport
import Testing

#if os(Linux)
    /// Those who are logged in and take what they can: memory stays bounded, and nobody else waits.
    @Suite(
        .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
        .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct GreedyLineAttackTests {
        private let temporary = TemporaryFolder()
        private let room = AttackRoom()

        private func server(_ options: [String] = []) async throws -> RelayProcess {
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"),
                ["--max-connections-per-address", "10000", "--max-room-size", "2G"] + options)
            _ = try server.member(of: room, as: Person("Creator"))
            return server
        }

        private static let generous = ["--max-appends-per-second", "1000000"]

        /// Started, following a busy room, and never reading a byte.
        @Test func linesThatNeverReadABusyRoomTakeLittleAndMissNothingOfOthers() async throws {
            let server = try await server(Self.generous)
            let greedy = try (0..<20).map { _ in
                let line = try server.member(of: room, as: Person(), receiveBufferBytes: 2_048)
                try line.send([room.follow(from: 2)])
                return line
            }
            let writer = try server.member(of: room, as: Person("Ann"))
            let reader = try server.member(of: room, as: Person("Bob"))
            _ = try reader.ask(room.follow(from: 2))
            let count = AttackForm.choose(160, full: 6_400)
            let body = [UInt8](repeating: 6, count: 64 << 10)
            var (before, largest) = (0, 0)
            for number in 0..<count {
                // No two are alike: the relay would take the second for the first.
                let name = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
                #expect(try writer.ask(room.message(name + body)).number != nil)
                let first = try reader.events(1).first
                #expect(first?.body?.starts(with: name) == true)
                // By then the database's own memory is what it will be.
                if number == 40 { before = server.process.residentBytes }
                largest = max(largest, server.process.residentBytes)
            }
            let unread = (count * body.count) >> 20
            print("\((largest - before) >> 10) KiB for \(greedy.count) who don't read \(unread) MiB")
            #expect(largest - before < 48 << 20)
            // Who reads after all has missed nothing.
            let events = try greedy[0].events(min(count, 160))
            #expect(events.map(\.number) == (2..<UInt64(events.count) + 2).map { $0 })
        }

        enum Flood: String, CaseIterable, Sendable {
            case follows, followsOfTheInbox, openings, badOpenings, lookUps, counts, publicStates, whispers, appends
            case unknownKinds, names, keyPackages, tokens
        }

        private func requests(_ flood: Flood, _ line: RelayLine, _ blob: BlobHash) throws -> [RelayRequest] {
            let count = AttackForm.choose(5_000, full: 100_000)
            let me = IdentityKey(Ed25519.SecretKey().publicKey)
            func each(_ count: Int, _ make: (Int) throws -> RelayRequest) rethrows -> [RelayRequest] {
                try (0..<count).map(make)
            }
            switch flood {
            case .follows: return each(count) { room.follow(from: UInt64($0)) }
            case .followsOfTheInbox: return each(count) { _ in .followInbox(FollowInbox(from: .none)) }
            case .openings:
                let opening = room.opening(on: line)
                return each(count) { _ in opening }
            case .badOpenings: return each(count) { room.opening(UInt64($0), on: line, with: room.keys[1]) }
            case .lookUps: return each(count) { _ in .lookUp(LookUp(target: .identity(me))) }
            case .counts:
                return each(count) { _ in .countKeyPackages(CountKeyPackages(suite: CipherSuiteNumber(rawValue: 1))) }
            case .publicStates: return each(200) { _ in .fetchPublicState(FetchPublicState(room: room.id, hash: blob)) }
            case .whispers:
                return [room.follow(from: .max)]
                    + each(count) { _ in .whisper(Whisper(room: room.id, body: [1, 2, 3])) }
            case .appends:
                return each(count) { room.message([UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16)]) }
            case .unknownKinds, .names: return each(count) { _ in .releaseName(ReleaseName()) }
            case .keyPackages:
                let packages = (0..<20).map { KeyPackageBytes([UInt8](repeating: UInt8($0), count: 16 << 10)) }
                return each(100) {
                    .publishKeyPackages(
                        PublishKeyPackages(
                            suite: CipherSuiteNumber(rawValue: 1), packages: packages,
                            lastResort: KeyPackageBytes([UInt8($0)])))
                }
            case .tokens:
                return each(count) {
                    .setInboxToken(SetInboxToken(token: InboxToken([UInt8](repeating: UInt8($0 & 255), count: 16))))
                }
            }
        }

        /// Asks faster than it can be answered and reads nothing; then reads everything. Meanwhile somebody means well.
        @Test(arguments: Flood.allCases)
        func whoAsksWithoutReadingWaitsAloneAndTakesLittle(flood: Flood) async throws {
            let server = try await server()
            let blob = [UInt8](repeating: 8, count: 1 << 20)
            let access = try #require(room.keys[1])
            let key = try #require(RoomAccessKey(access.publicKey.bytes))
            let eve = try server.member(of: room, as: Person("Eve"), receiveBufferBytes: 2_048)
            let commit = Entry(header: .commit(parent: .first, accessKey: key), body: [1])
            #expect(try eve.ask(room.append(commit, publicState: PublicState(blob: blob))).number == 2)
            let requests = try requests(flood, eve, BlobHash(of: blob))
            var rest = flood == .unknownKinds ? try unknown(requests.count, eve) : try eve.sealed(requests)[...]
            let before = server.process.residentBytes
            var largest = before
            var idle = 0
            while !rest.isEmpty, idle < 5 {
                let sent = eve.line.socket.sendSome(Array(rest.prefix(64 << 10)), within: 0.1)
                rest = rest.dropFirst(sent)
                idle = sent == 0 ? idle + 1 : 0
                largest = max(largest, server.process.residentBytes)
            }
            let other = AttackRoom()
            let honest = try server.member(of: other, as: Person("Ann"))
            for number in 0..<20 {
                #expect(try honest.ask(other.message([UInt8(number)])).number == UInt64(number + 2))
                largest = max(largest, server.process.residentBytes)
            }
            print("\(flood): \((largest - before) >> 10) KiB, \(rest.count) bytes not taken")
            #expect(largest - before < 48 << 20)
            // Now all of it is read: each has its one answer.
            var answers = 0
            let expected = flood == .whispers ? 1 : requests.count
            while !rest.isEmpty || answers < expected {
                if !rest.isEmpty {
                    rest = rest.dropFirst(eve.line.socket.sendSome(Array(rest.prefix(16 << 10)), within: 0))
                }
                guard try eve.hear(within: rest.isEmpty ? 60 : 0.01) else {
                    if rest.isEmpty { break }
                    continue
                }
                answers = eve.takeAnswers() + answers
            }
            #expect(answers >= expected)
        }

        private func unknown(_ count: Int, _ line: RelayLine) throws -> ArraySlice<UInt8> {
            var bytes: [UInt8] = []
            for _ in 0..<count { bytes += [0, 0, 0, 0, 222] }
            return try line.line.sealed(bytes)[...]
        }

        /// As many as may come from one address announce the largest request, send nearly all of it, and stall.
        @Test func requestsThatAreNeverFinishedTakeBoundedMemory() async throws {
            let server = try await server(["--threads", "2"])
            let before = server.process.residentBytes
            let count = AttackForm.choose(60, full: 256)
            var greedy: [RelayLine] = []
            for _ in 0..<count {
                let line = try server.started(as: Person())
                let sealed = try line.sealed([
                    room.append(
                        Entry(header: .message(parent: .first), body: [UInt8](repeating: 1, count: 4 << 20)))
                ])
                line.line.socket.send(Array(sealed.dropLast(1)))
                greedy.append(line)
            }
            try await Task.sleep(for: .seconds(1))
            let grown = server.process.residentBytes - before
            print("\(grown >> 10) KiB for \(count) unfinished requests")
            // Twice 64 MiB, and what they come in.
            #expect(grown < 160 << 20)
            let large = [UInt8](repeating: 2, count: 4 << 20)
            #expect(try server.member(of: room, as: Person("Ann")).ask(room.message(large)).number != nil)
            withExtendedLifetime(greedy) {}
        }
    }
#endif
