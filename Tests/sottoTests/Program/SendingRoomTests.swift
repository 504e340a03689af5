import Dispatch
import Testing

@testable import sotto

struct SendingRoomTests {
    @Test func hasAsManyPlacesAsMayWait() {
        let room = SendingRoom()
        for _ in 0..<LiveLimits.unsentMax { #expect(room.take(waiting: false)) }
        #expect(!room.take(waiting: false))
        room.give(back: 2)
        #expect(room.take(waiting: true))
        #expect(room.take(waiting: false))
        #expect(!room.take(waiting: false))
    }

    @Test func letsAPipeWaitUntilThereIsRoom() {
        let room = SendingRoom()
        for _ in 0..<LiveLimits.unsentMax { _ = room.take(waiting: false) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { room.give(back: 1) }
        #expect(room.take(waiting: true))
    }
}
