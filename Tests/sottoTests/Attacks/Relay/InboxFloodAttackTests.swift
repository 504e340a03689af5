import Foundation
import Identity
import RelayProtocol
import Sodium
import TestSupport
import Testing

/// A11: a flood to somebody who is offline.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct InboxFloodAttackTests {
    private let temporary = TemporaryFolder()

    private func device(_ person: Person) -> DeviceKey { DeviceKey(person.device.publicKey) }

    @Test func fillsHalfABoxIsToldSoAndHoldsUpNobodyElse() async throws {
        let server = try await RelayProcess.start(
            .server, home: temporary.path("home"), ["--max-appends-per-second", "1000000"])
        let (ann, token) = (Person("Ann"), try #require(InboxToken([UInt8](repeating: 7, count: 16))))
        #expect(try server.started(as: ann).ask(.setInboxToken(SetInboxToken(token: token))).isDone)
        let itemBytes = 64 << 10
        let count = AttackForm.choose(200, full: 5_000)
        let eves = try (0..<4).map { _ in try server.started(as: Person("Eve")) }
        var (taken, refused) = (0, 0)
        for number in 0..<count {
            let item =
                (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
                + [UInt8](repeating: 1, count: itemBytes - 8)
            let answer = try eves[number % eves.count].ask(.deliver(Deliver(device: device(ann), item: item)))
            if answer.isDone { taken += 1 } else { #expect(answer.code == .overQuota) }
            if answer.code == .overQuota { refused += 1 }
            // Somebody else's box, a friend's items, and rooms.
            guard number % 50 == 0 else { continue }
            let bob = try server.started(as: Person("Bob"))
            let friendly = Deliver(device: device(ann), token: token, item: item + [9])
            #expect(try bob.ask(.deliver(friendly)).isDone)
            let room = AttackRoom()
            #expect(try server.member(of: room, as: Person("Cyd")).ask(room.message([1])).number == 2)
        }
        #expect(taken == (8 << 20) / itemBytes)
        #expect(taken + refused == count)
        let line = try server.started(as: ann)
        _ = try line.ask(.followInbox(FollowInbox(from: .first)))
        let expected = taken + (count + 49) / 50
        #expect(try line.events(expected).count == expected)
        #expect(try line.hear(within: 0.2) == false)
    }

    /// Everybody floods everything. What is on disk stays below the cap all the while, and the relay serves on.
    @Test func keepsTheDiskWithinTheCap() async throws {
        let cap = 32 << 20
        let server = try await RelayProcess.start(
            .server, home: temporary.path("home"), ["--max-appends-per-second", "1000000", "--disk-cap", "\(cap)"])
        let room = AttackRoom()
        let flooders = try (0..<6).map { _ in try server.member(of: room, as: Person()) }
        let boxes = (0..<20).map { _ in Person() }
        for box in boxes { _ = try server.started(as: box) }
        let body = [UInt8](repeating: 5, count: AttackForm.choose(256, full: 1_024) << 10)
        var (largest, refusedCount, takenCount) = (0, 0, 0)
        let wanted = AttackForm.choose(100, full: 1_000) << 20
        for round in 0..<(wanted / (body.count * flooders.count * 2)) {
            var asked: [(RelayLine, RequestNumber)] = []
            for (index, line) in flooders.enumerated() {
                let bytes = [UInt8(truncatingIfNeeded: round), UInt8(truncatingIfNeeded: round >> 8), UInt8(index)]
                let item = Deliver(device: device(boxes[(round + index) % boxes.count]), item: bytes + body.dropLast(3))
                for number in try line.send([room.message(bytes + body), .deliver(item)]) {
                    asked.append((line, number))
                }
            }
            for (line, number) in asked {
                let answer = try line.answer(to: number)
                if answer.code == .overQuota { refusedCount += 1 } else { takenCount += 1 }
                #expect(answer.number != nil || answer.isDone || answer.code == .overQuota, "\(answer)")
            }
            largest = max(largest, temporary.byteCount("home"))
        }
        print("\(takenCount) taken, \(refusedCount) refused, at most \(largest >> 10) KiB of \(cap >> 10) on disk")
        #expect(refusedCount > 0)
        #expect(largest <= cap)
        let line = try server.started(as: Person("Bob"))
        #expect(try line.ask(.followInbox(FollowInbox(from: .first))).code == nil)
        #expect(server.process.isRunning)
    }
}

extension TemporaryFolder {
    /// Bytes that files below take on disk.
    fileprivate func byteCount(_ name: String) -> Int {
        everything.filter { $0.hasPrefix(name) }.reduce(0) { sum, file in
            var status = stat()
            guard lstat(path(file), &status) == 0, !isFolder(file) else { return sum }
            return sum + Int(status.st_blocks) * 512
        }
    }
}
