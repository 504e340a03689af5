package import Identity
import Relay
package import RelayProtocol
package import Sodium
package import TestSupport

/// Who and what random requests are about: few of each, so that they meet.
package struct RandomWorld {
    /// Of each person, its devices.
    package let people: [[TestPerson]]
    package let links: [LinkKey]
    package let names: [AtName]
    /// Rooms that are still written to.
    package var rooms: [RoomID] = []
    private var roomCount: UInt64 = 0
    var packageCount: UInt64 = 0
    /// Of access keys and links, from what their secret halves are made.
    private var seeds: [[UInt8]: [UInt8]] = [:]

    init() {
        people = (0..<8).map { number in (0..<UInt8(number == 0 ? 18 : 2)).map { TestPerson(number, device: $0) } }
        let linkSeeds = (0..<4).map { [UInt8](repeating: 0x11 + $0, count: 32) }
        let publicKeys = linkSeeds.map { Self.secret($0).publicKey.bytes }
        links = publicKeys.compactMap { LinkKey($0) }
        seeds = Dictionary(uniqueKeysWithValues: zip(publicKeys, linkSeeds))
        names = (0..<12).compactMap { try? AtName("name.\($0)") }
        replenishRooms()
    }

    package func device(_ random: inout SeededRandom) -> TestPerson { random.pick(random.pick(people)) }

    /// Some are retired as others grow.
    mutating func replenishRooms() { while rooms.count < 5 { _ = newRoom() } }

    mutating func newRoom() -> RoomID {
        roomCount += 1
        let room = Self.oddRooms.count >= roomCount ? Self.oddRooms[Int(roomCount) - 1] : .numbered(roomCount)
        rooms.append(room)
        return room
    }

    /// What a careless storage would take for the end of a text, for a pattern or for nothing.
    private static let oddRooms: [RoomID] = [
        "'; DROP TABLE entry; --" + String(repeating: " ", count: 9),
        ["\"", "'", "`", "\\"].map { String(repeating: $0, count: 8) }.joined(),
        String(repeating: "\u{0}", count: 32), String(repeating: "%_", count: 16),
    ].compactMap { RoomID(Array($0.utf8)) }

    /// A new one, whose secret half is known.
    mutating func accessKey(_ random: inout SeededRandom) -> RoomAccessKey {
        let seed = random.bytes(count: 32)
        let bytes = Self.secret(seed).publicKey.bytes
        guard let key = RoomAccessKey(bytes) else { preconditionFailure("a key is 32 bytes long") }
        seeds[bytes] = seed
        return key
    }

    package func secret(of publicKey: [UInt8]) -> Ed25519.SecretKey? { seeds[publicKey].map(Self.secret) }

    private static func secret(_ seed: [UInt8]) -> Ed25519.SecretKey {
        guard let secret = try? Ed25519.SecretKey(seed: seed) else { preconditionFailure("a seed has 32 bytes") }
        return secret
    }

    func publicState(_ random: inout SeededRandom, at moment: Moment) -> PublicState {
        let expiry = UInt64(max(0, moment.wallClockSeconds)) &- 100 &+ random.number(below: 100_000)
        let kept = links.filter { _ in random.happens(1, in: 2) }
        return PublicState(
            blob: random.bytes(count: 1 + Int(random.number(below: 100))),
            links: kept.map { LiveLink(key: $0, expiresAtSeconds: random.happens(1, in: 9) ? .max : expiry) })
    }

    package func body(_ random: inout SeededRandom) -> [UInt8] {
        if random.happens(1, in: 200) { return Array("'\"\u{0}".utf8) + Array(repeating: 39, count: 10 << 10) }
        return random.bytes(count: 1 + Int(random.number(below: random.happens(1, in: 12) ? 6_000 : 40)))
    }
}

extension SeededRandom {
    package mutating func number(below end: UInt64) -> UInt64 { next() % end }

    package mutating func happens(_ times: UInt64, in all: UInt64) -> Bool { number(below: all) < times }

    package mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(number(below: UInt64(values.count)))] }
}
