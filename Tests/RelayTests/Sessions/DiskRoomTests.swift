import Testing

@testable import Relay

@Suite struct DiskRoomTests {
    @Test func whatIsStoredCountsTwiceUntilTheDiskIsMeasured() {
        var room = DiskRoom(capBytes: 100, DiskUse(stored: 20, passing: 20, free: 1_000))
        #expect(room.holds(30))
        #expect(!room.holds(31))
        room.take(30)
        #expect(!room.holds(0))
        room.measured(DiskUse(stored: 50))
        #expect(room.holds(25) && !room.holds(26))
        room.measured(DiskUse(stored: 100))
        #expect(!room.holds(0))
    }

    @Test func ofWhatFoundNoRoomTheMostIsAskedForOnceAndNeverMoreThanHalf() {
        var room = DiskRoom(capBytes: 100, DiskUse(stored: 90))
        #expect(room.takeMissed() == 0)
        room.miss(10)
        room.miss(6)
        #expect(room.takeMissed() == 20)
        #expect(room.takeMissed() == 0)
        room.miss(99)
        #expect(room.takeMissed() == 50)
    }
}
