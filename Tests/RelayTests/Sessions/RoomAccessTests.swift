import Relay
import RelayProtocol
import RelaySupport
import Testing

struct RoomAccessTests {
    private func opening(_ number: UInt64) -> Opening { Opening(number: EntryNumber(number), branch: .root) }

    @Test func whatWasProvenLastCounts() {
        var access = RoomAccess()
        #expect(access.access == .none)
        access.open(by: .numbered(7))
        #expect(access.access == .link(.numbered(7)))
        access.open(opening(3))
        #expect(access.access == .member([opening(3)]))
        access.open(by: .numbered(8))
        #expect(access.access == .link(.numbered(8)))
        #expect(access.openings == [opening(3)])
    }

    @Test func theNewestOpeningsCount() {
        var access = RoomAccess()
        let max = UInt64(RelayProtocolLimits.openingsPerRoomMax)
        for number in 1...max { access.open(opening(number)) }
        #expect(access.openings.map(\.number.rawValue) == Array(1...max))
        access.open(opening(1))
        #expect(access.openings.map(\.number.rawValue) == Array(2...max) + [1])
        access.open(opening(max + 1))
        #expect(access.openings.map(\.number.rawValue) == Array(3...max) + [1, max + 1])
    }
}
