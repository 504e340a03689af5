import Identity
import Relay
import RelayProtocol
import TestSupport

/// Who and what random requests are about: few of each, so that they meet.
struct RandomWorld {
    /// Of each person, its devices.
    let people: [[TestPerson]]
    let links: [LinkKey]
    let names: [AtName]
    /// Rooms that are still written to.
    var rooms: [RoomID] = []
    private var roomCount: UInt64 = 0
    var packageCount: UInt64 = 0

    init() {
        people = (0..<8).map { number in (0..<UInt8(number == 0 ? 18 : 2)).map { TestPerson(number, device: $0) } }
        links = (0..<4).map { .numbered(1_000 + $0) }
        names = (0..<12).compactMap { try? AtName("name.\($0)") }
    }

    func device(_ random: inout SeededRandom) -> TestPerson { random.pick(random.pick(people)) }

    mutating func newRoom() -> RoomID {
        roomCount += 1
        rooms.append(.numbered(roomCount))
        return .numbered(roomCount)
    }

    func publicState(_ random: inout SeededRandom, at moment: Moment) -> PublicState {
        let expiry = UInt64(max(0, moment.wallClockSeconds)) &- 100 &+ random.number(below: 100_000)
        let kept = links.filter { _ in random.happens(1, in: 2) }
        return PublicState(
            blob: random.bytes(count: 1 + Int(random.number(below: 100))),
            links: kept.map { LiveLink(key: $0, expiresAtSeconds: random.happens(1, in: 9) ? .max : expiry) })
    }

    func body(_ random: inout SeededRandom) -> [UInt8] {
        random.bytes(count: 1 + Int(random.number(below: random.happens(1, in: 12) ? 6_000 : 40)))
    }
}

extension SeededRandom {
    mutating func number(below end: UInt64) -> UInt64 { next() % end }

    mutating func happens(_ times: UInt64, in all: UInt64) -> Bool { number(below: all) < times }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(number(below: UInt64(values.count)))] }
}
