import Foundation
import RelayProtocol
import Sodium
import Testing

/// A14: somebody who was removed, with every key that he ever had.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(5)),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct RemovedMemberAttackTests {
    private let temporary = TemporaryFolder()

    private func server() async throws -> RelayProcess {
        try await RelayProcess.start(.server, home: temporary.path("home"))
    }

    /// 1 creation, 2 commit, 3 message, 4 commit that removes Eve, 5 message.
    private func removeEve(_ server: RelayProcess, _ room: inout AttackRoom) throws -> RelayLine {
        let ann = try server.member(of: room, as: Person("Ann"))
        let (second, fourth) = (Ed25519.SecretKey(), Ed25519.SecretKey())
        #expect(try ann.ask(room.commit(1, key: second, body: [2])).number == 2)
        room.know(second, of: 2)
        #expect(try ann.ask(room.message([3], parent: 2)).number == 3)
        let state = PublicState(blob: [4, 4, 4])
        let header = EntryHeader.commit(
            parent: EntryNumber(2), accessKey: try #require(RoomAccessKey(fourth.publicKey.bytes)), flags: .removes)
        #expect(try ann.ask(room.append(Entry(header: header, body: [4]), publicState: state)).number == 4)
        room.know(fourth, of: 4)
        guard case .opened = try ann.ask(room.opening(4, on: ann)) else { throw RawLine.Failed(step: "open") }
        #expect(try ann.ask(room.message([5], parent: 4)).number == 5)
        return ann
    }

    /// Bodies by number, of what can be read.
    private func readable(_ line: RelayLine, _ room: AttackRoom) throws -> [UInt64] {
        guard case .following(let following) = try line.ask(room.follow()) else { return [] }
        let events = try line.events(Int(following.last.rawValue))
        #expect(events.map(\.number) == (1...following.last.rawValue).map { $0 })
        return events.filter { $0.body != nil }.compactMap(\.number)
    }

    @Test func oldKeysReadUpToTheRemovalAndWriteNothingBehindIt() async throws {
        let server = try await server()
        var room = AttackRoom()
        let ann = try removeEve(server, &room)
        let eve = try server.started(as: Person("Eve"))
        #expect(try eve.ask(room.opening(1, on: eve)).code == nil)
        #expect(try eve.ask(room.opening(2, on: eve)).code == nil)
        // A signature for another line, another epoch, another room's key.
        #expect(try eve.ask(room.opening(4, on: ann)).code == .notAllowed)
        #expect(try eve.ask(room.opening(4, on: eve, with: room.keys[2])).code == .notAllowed)
        #expect(try eve.ask(room.opening(4, on: eve, with: Ed25519.SecretKey())).code == .notAllowed)
        #expect(try readable(eve, room) == [2, 3, 4])
        for parent in UInt64(4)...5 {
            #expect(try eve.ask(room.message([9], parent: parent)).code == .notAllowed)
            #expect(try eve.ask(room.commit(parent, body: [9])).code == .notAllowed)
            #expect(try eve.ask(room.commit(parent, flags: .disputes, body: [9])).code == .notAllowed)
        }
        #expect(try eve.ask(room.message([9], parent: 2)) == .refused(Refused(code: .parentHasCommit, detail: 4)))
        let state = PublicState(blob: [6, 6, 6])
        let put = PutPublicState(room: room.id, epoch: EntryNumber(4), publicState: state)
        #expect(try eve.ask(.putPublicState(put)).code == .notAllowed)
        let fetch = FetchPublicState(room: room.id, hash: nil)
        #expect(try eve.ask(.fetchPublicState(fetch)).code == .notAllowed)
        // What comes live is withheld too.
        #expect(try ann.ask(room.message([6], parent: 4)).number == 6)
        let event = try eve.events(1).first
        #expect(event?.number == 6 && event?.body == nil)
    }

    @Test func disputingOnesOwnRemovalWithAKeyOfOnesOwnOpensOnlyOnesOwnBranch() async throws {
        let server = try await server()
        var room = AttackRoom()
        let ann = try removeEve(server, &room)
        // Ann has proven the room's beginning too, and so every branch; Bob where the honest go on.
        let bob = try server.started(as: Person("Bob"))
        #expect(try bob.ask(room.opening(4, on: bob)).code == nil)
        for line in [ann, bob] { _ = try line.ask(room.follow(from: 6)) }
        let eve = try server.started(as: Person("Eve"))
        #expect(try eve.ask(room.opening(2, on: eve)).code == nil)
        let own = Ed25519.SecretKey()
        #expect(try eve.ask(room.commit(2, flags: .disputes, key: own, body: [6])).number == 6)
        #expect(try eve.ask(room.opening(6, on: eve, with: own)).code == nil)
        #expect(try eve.ask(room.message([7], parent: 6)).number == 7)
        #expect(try eve.ask(room.commit(2, flags: .disputes, key: own, body: [66])).code == .overQuota)
        // Hers is the log's last entry, and yet she doesn't hear Ann, and Bob does.
        let listening = try server.started(as: Person("Eve"))
        for (epoch, key) in [(2, nil), (6, own)] as [(UInt64, Ed25519.SecretKey?)] {
            #expect(try listening.ask(room.opening(epoch, on: listening, with: key)).code == nil)
        }
        _ = try listening.ask(room.follow(from: 8))
        #expect(try bob.events(2).map(\.body) == [nil, nil])
        try ann.send([.whisper(Whisper(room: room.id, body: [3]))])
        #expect(try bob.events(1) == [.whisper(WhisperEvent(room: room.id, body: [3]))])
        #expect(try ann.ask(room.message([8], parent: 4)).number == 8)
        #expect(try readable(eve, room) == [3, 4, 6, 7])
        // Nor with the bogus key alone, on a line of its own, or following live.
        let again = try server.started(as: Person("Eve"))
        #expect(try again.ask(room.opening(6, on: again, with: own)).code == nil)
        #expect(try readable(again, room) == [7])
        #expect(try ann.ask(room.message([9], parent: 4)).number == 9)
        for line in [eve, again] { #expect(try line.events(1).map(\.body) == [nil]) }
        #expect(try listening.events(2).map(\.number) == [8, 9])
        // Members see that there is something, and not what.
        #expect(try ann.events(4).map(\.body) == [[6], [7], [8], [9]])
        #expect(try bob.events(2).map(\.body) == [[8], [9]])
        // Whispers don't cross.
        try eve.send([.whisper(Whisper(room: room.id, body: [1]))])
        try bob.send([.whisper(Whisper(room: room.id, body: [2]))])
        #expect(try ann.events(1) == [.whisper(WhisperEvent(room: room.id, body: [2]))])
        #expect(try again.events(1) == [.whisper(WhisperEvent(room: room.id, body: [1]))])
        for line in [ann, bob, eve, again] {
            #expect(try line.ask(.releaseName(ReleaseName())).isDone)
            #expect(try line.hear(within: 0.3) == false)
            #expect(line.events.isEmpty)
        }
    }

    @Test func aGarbageCommitThatIsSaidToRemoveLocksNobodyOut() async throws {
        let server = try await server()
        var room = AttackRoom()
        let (ann, bob) = (
            try server.member(of: room, as: Person("Ann")), try server.member(of: room, as: Person("Bob"))
        )
        for line in [ann, bob] { _ = try line.ask(room.follow(from: 2)) }
        let mallory = try server.member(of: room, as: Person("Mallory"))
        #expect(try mallory.ask(room.commit(1, flags: .removes, body: [0xFF])).number == 2)
        #expect(try ann.ask(room.message([3])) == .refused(Refused(code: .parentHasCommit, detail: 2)))
        // Everybody sees that it is none, and the next commit for the same epoch holds.
        let next = Ed25519.SecretKey()
        #expect(try ann.ask(room.commit(1, flags: .disputes, key: next, body: [3])).number == 3)
        room.know(next, of: 3)
        #expect(try bob.ask(room.message([4], parent: 3)).number == 4)
        for line in [ann, bob] { #expect(try line.events(3).map(\.body) == [[0xFF], [3], [4]]) }
        let late = try server.started(as: Person("Bob"))
        #expect(try late.ask(room.opening(1, on: late)).code == nil)
        #expect(try readable(late, room) == [2, 3, 4])
        #expect(try late.ask(room.opening(3, on: late)).code == nil)
        #expect(try late.ask(room.message([5], parent: 3)).number == 5)
    }
}
