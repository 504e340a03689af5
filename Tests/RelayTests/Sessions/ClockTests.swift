import Relay
import RelayProtocol
import RelaySupport
import Sodium
import Synchronization
import Testing

/// A20: the machine's clock two years back, ten years ahead, and a step backwards, at a relay that runs and between two
/// runs.
@Suite(.timeLimit(.minutes(5))) struct ClockTests {
    /// The machine's clock, which anybody may set.
    private final class WallClock: Sendable {
        static let before: Int64 = 1_800_000_000
        private let value = Mutex(before)

        var seconds: Int64 {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    private static let year: Int64 = 365 * 86_400
    /// From when it was right.
    static let jumps: [Int64] = [-2 * year, 10 * year, -1, 0, -WallClock.before - 1, .max - WallClock.before]

    private let disk: StoreOnDisk
    private let clock = WallClock()
    private let room = TestRoom(1)

    init() throws { disk = try StoreOnDisk() }

    private func relay(retentionSeconds: UInt64 = 2 * RelayLimits.day) async throws -> ServedRelay {
        var limits = RelayLimits.generous
        limits.retentionSeconds = retentionSeconds
        let clock = clock
        return try await ServedRelay(disk.store, limits: limits, wallClockSeconds: { clock.seconds })
    }

    @Test func entriesGoOnInOrderWhateverTheClockSays() async throws {
        let relay = try await relay()
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let follower = try await relay.member(TestPerson(2), of: room, from: 2)
        for (index, jump) in Self.jumps.enumerated() {
            clock.seconds = WallClock.before &+ jump
            #expect(try await line.ask(room.message([UInt8(index)])).appended == EntryNumber(UInt64(index + 2)))
        }
        let events = await follower.events(Self.jumps.count)
        #expect(events.map(\.body) == Self.jumps.indices.map { [UInt8($0)] })
        await relay.server.stop()
    }

    @Test(arguments: jumps) func aJumpBetweenTwoRunsDeletesNothing(jump: Int64) async throws {
        let first = try await relay()
        let line = try await first.member(creatorOf: room, TestPerson(1))
        for number in UInt8(0)..<10 { _ = try await line.ask(room.message([number])) }
        await first.server.stop()
        clock.seconds = WallClock.before &+ jump
        try disk.reopen()
        let second = try await relay()
        try await keptHouse(second)
        #expect(try await bodies(at: second) == (0..<10).map { [$0] })
        await second.server.stop()
    }

    /// So that what deletes nothing above would delete something: a day counts, and no more.
    @Test func aJumpAheadCountsAsADayAtMost() async throws {
        let first = try await relay()
        let line = try await first.member(creatorOf: room, TestPerson(1))
        for number in UInt8(0)..<10 { _ = try await line.ask(room.message([number])) }
        await first.server.stop()
        clock.seconds += 10 * Self.year
        try disk.reopen()
        let second = try await relay(retentionSeconds: RelayLimits.day / 2)
        try await keptHouse(second)
        #expect(try await bodies(at: second) == [])
        await second.server.stop()
    }

    @Test func aLinkLivesByTheClockAsItIs() async throws {
        let relay = try await relay()
        let line = try await relay.member(creatorOf: room, TestPerson(1))
        let secret = Ed25519.SecretKey()
        let link = try #require(LinkKey(secret.publicKey.bytes))
        let expiry = UInt64(WallClock.before + 100)
        let state = PublicState(blob: [1], links: [LiveLink(key: link, expiresAtSeconds: expiry)])
        let put = PutPublicState(room: room.id, epoch: .first, publicState: state)
        #expect(try await line.ask(.putPublicState(put)).code == nil)
        for (jump, isLive) in [(0, true), (10 * Self.year, false), (-2 * Self.year, true), (99, true), (100, false)] {
            clock.seconds = WallClock.before + jump
            let guest = try await relay.started(TestPerson(3))
            let signed = RoomOpening.signedBytes(handshakeHash: guest.handshakeHash, room: room.id, link: link)
            let opening = OpenLink(room: room.id, link: link, signature: secret.signature(for: signed))
            #expect(try await guest.ask(.openLink(opening)).code == (isLive ? nil : .notAllowed), "\(jump)")
            await guest.close()
        }
        await relay.server.stop()
    }

    /// Everything that is due at the start has been done.
    private func keptHouse(_ relay: ServedRelay) async throws {
        while relay.metric("disk_bytes") <= 0 { try await Task.sleep(for: .milliseconds(10)) }
        for _ in 0..<100 { await relay.server.probe() }
    }

    private func bodies(at relay: ServedRelay) async throws -> [[UInt8]] {
        let line = try await relay.member(TestPerson(2), of: room, from: 2)
        return await line.events(10).compactMap(\.body)
    }
}
