import Foundation
import NIOCore
import RelayProtocol
import SecureChannel
import TestSupport
import Testing

/// Requests that no client makes: each is answered, and what isn't a request ends its line alone.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(5)),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct HostileRequestAttackTests {
    private let temporary = TemporaryFolder()
    private let room = AttackRoom()

    private func server() async throws -> RelayProcess {
        try await RelayProcess.start(.server, home: temporary.path("home"))
    }

    @Test func whatIsAskedBeforeTheStartIsOutOfTurnAndChangesNothing() async throws {
        let server = try await server()
        let member = try server.member(of: room, as: Person("Ann"))
        let line = RelayLine(try RawLine.dial(server.port, as: Person("Eve"), relay: server.key))
        for request in [room.message([1]), room.follow(), room.opening(on: line), .releaseName(ReleaseName())] {
            #expect(try line.ask(request).code == .outOfTurn)
        }
        try line.send([.whisper(Whisper(room: room.id, body: [1]))])
        #expect(try line.ask(.start(Start(version: 9))) == .refused(Refused(code: .version, detail: 1)))
        #expect(try line.ask(.start(Start(version: 1))).code == nil)
        #expect(try line.ask(.start(Start(version: 1))).code == .outOfTurn)
        #expect(try line.ask(room.message([1])).code == .notAllowed)
        #expect(try member.ask(room.message([2])).number == 2)
    }

    /// The numbers are the client's own affair: as many answers come as there were requests.
    @Test func doubledRequestNumbersAreAnsweredAsOftenAsTheyWereAsked() async throws {
        let server = try await server()
        let line = try server.member(of: room, as: Person("Ann"))
        for body in [[UInt8(1)], [2], [2], [3]] {
            let message = try RelayMessage(room.message(body), RequestNumber(.max))
            try line.say(kind: message.kind, body: message.body)
        }
        var numbers: [UInt64] = []
        for _ in 0..<4 { numbers.append(try line.answer(to: RequestNumber(.max)).number ?? 0) }
        #expect(numbers == [2, 3, 3, 4])
        #expect(try line.hear(within: 0.2) == false)
    }

    @Test func unknownKindsAndAnswersAsRequestsAreRefusedAndSurvived() async throws {
        let server = try await server()
        let line = try server.member(of: room, as: Person("Ann"))
        let unknown = Array(UInt8(16)...31) + Array(51...255)
        for (index, kind) in unknown.enumerated() {
            try line.say(kind: kind, body: [1, 0, 0, UInt8(index % 256), 9])
            #expect(try line.answer(to: RequestNumber(1 << 24 | UInt32(index % 256))).code == .unknownRequest)
            if index % 20 == 0 { #expect(try line.ask(room.message([UInt8(index)])).number != nil) }
        }
        // A whole answer, and a whole event.
        let answer = try RelayMessage(
            .appended(Appended(number: EntryNumber(9), head: LogHead(before: room.id, at: server.key))),
            to: RequestNumber(7))
        try line.say(kind: answer.kind, body: answer.body)
        #expect(try line.answer(to: RequestNumber(7)).code == .unknownRequest)
        try line.say(kind: 200, body: [UInt8](repeating: 0, count: 64 << 10))
        #expect(try line.answer(to: RequestNumber(0)).code == .unknownRequest)
        try line.say(kind: 200, body: [])
        #expect(try line.answer(to: RequestNumber(0)).code == .malformed)
    }

    /// Kinds of the line itself that a client never says.
    @Test(arguments: [UInt8(0), 4, 5, 6, 15]) func kindsOfTheLineThatAreNotTheClientsEndIt(kind: UInt8) async throws {
        let server = try await server()
        let line = try server.started(as: Person("Ann"))
        try line.say(kind: kind, body: [])
        #expect(line.line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        #expect(try server.started(as: Person("Bob")).ask(.releaseName(ReleaseName())).isDone)
    }

    @Test func theGreatestNumbersOfAllAreNumbers() async throws {
        let server = try await server()
        let line = try server.member(of: room, as: Person("Ann"))
        #expect(try line.ask(room.follow(from: .max)) == .following(Following(last: .first)))
        #expect(try line.ask(room.message([2])).number == 2)
        #expect(try line.hear(within: 0.2) == false)
        #expect(try line.ask(.followInbox(FollowInbox(from: EntryNumber(.max)))).code == nil)
        #expect(try line.ask(.acknowledgeInbox(AcknowledgeInbox(upTo: EntryNumber(.max)))).isDone)
        #expect(try line.ask(room.opening(.max, on: line, with: room.keys[1])).code == .notAllowed)
        #expect(try line.ask(room.message([3], parent: .max)).code == .unknownParent)
        #expect(try line.ask(room.commit(.max, flags: [.disputes, .removes], body: [3])).code == .unknownParent)
        #expect(try line.ask(room.follow(from: 2)) == .following(Following(last: EntryNumber(2))))
        #expect(try line.events(1).map(\.body) == [[2]])
    }

    @Test func anEntryOfExactly4MiBIsTakenAndOneByteMoreIsNot() async throws {
        let server = try await server()
        let line = try server.member(of: room, as: Person("Ann"))
        let largest = [UInt8](repeating: 3, count: 4 << 20)
        #expect(try line.ask(room.message(largest)).number == 2)
        // By hand, for nothing here encodes it.
        var body: [UInt8] = [0, 0, 9, 9] + room.id.bytes
        body += [0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1]
        body += [0x00, 0x40, 0x00, 0x01] + largest + [4, 0]
        try line.say(kind: 43, body: body)
        #expect(try line.answer(to: RequestNumber(0x909)).code == .malformed)
        // With the largest public state, which together are the largest request of all.
        let key = try #require(RoomAccessKey([UInt8](repeating: 1, count: 32)))
        let commit = Entry(header: .commit(parent: .first, accessKey: key), body: largest)
        #expect(try line.ask(room.append(commit, publicState: PublicState(blob: largest))).number == 3)
        _ = try line.ask(room.follow(from: 2))
        #expect(try line.events(2).map { $0.body?.count } == [4 << 20, 4 << 20])
    }

    /// What a header announces is held against its kind's limit before a byte of it is gathered.
    @Test(arguments: [UInt8(32), 39, 43, 48, 200]) func aMessageAnnouncedLargerThanItsLimitEndsTheLine(
        kind: UInt8
    ) async throws {
        let server = try await server()
        for excess in [1, 1 << 20, Int(UInt32.max) - RelayMessage.bodyBytesMax(ofKind: kind)] {
            let line = try server.started(as: Person("Ann"))
            let count = UInt32(RelayMessage.bodyBytesMax(ofKind: kind) + excess)
            let header = (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - $0 * 8)) } + [kind]
            line.line.socket.send(try line.line.sealed(header))
            #expect(line.line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
        #expect(try server.started(as: Person("Bob")).ask(.releaseName(ReleaseName())).isDone)
    }

    @Test func whoLeavesInTheMiddleOfALargeEntryHasStoredNothing() async throws {
        let server = try await server()
        let reader = try server.member(of: room, as: Person("Ann"))
        for count in [100, 1 << 20, (4 << 20) - 100] {
            let line = try server.member(of: room, as: Person("Eve"))
            let sealed = try line.sealed([room.message([UInt8](repeating: 1, count: 4 << 20))])
            line.line.socket.send(Array(sealed.prefix(count)))
            line.line.socket.endOutput()
            #expect(line.line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
        #expect(try reader.ask(room.follow(from: 2)) == .following(Following(last: .first)))
        #expect(try reader.ask(room.message([1])).number == 2)
    }
}
