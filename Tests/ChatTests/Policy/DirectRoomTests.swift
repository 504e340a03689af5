import Chat
import Identity
import MLS
import Testing

struct DirectRoomTests {
    let ann: TestPerson
    let bob: TestPerson
    var room: TestRoom

    init() throws {
        (ann, bob) = (try TestPerson("Ann"), try TestPerson("Bob"))
        room = try TestRoom(ann, kind: .direct, admins: [ann, bob])
        try room.add(bob, by: ann)
    }

    @Test mutating func nobodyElseComesIn() throws {
        #expect(throws: RoomViolation.add) { try room.add(try TestPerson("Eve"), by: ann) }
    }

    @Test mutating func anotherDeviceOfTheTwoDoes() throws {
        try room.add(try TestPerson("Bob's other", identity: bob.identity), by: ann)
        #expect(try room.state.members.count == 3)
    }

    @Test mutating func neitherRemovesTheOther() throws {
        let leaf = try room.leaf(of: bob)
        #expect(throws: RoomViolation.remove) { try room.commit(by: ann, [.remove(leaf)]) }
    }

    @Test mutating func theTwoStayTheTwo() throws {
        let (ann, bob) = (ann, bob)
        #expect(throws: RoomViolation.setting) { try room.commit(by: bob, []) { $0.admins = [ann.key] } }
        try room.commit(by: bob, []) { $0.timerSeconds = 60 }
    }
}
