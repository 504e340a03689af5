import Identity
import Synchronization
import Testing

@testable import SecureChannel

struct RememberedSerialsTests {
    @Test func admitsTheHighestAgainAndNothingBelowIt() {
        let serials = RememberedSerials()
        let device = Person().deviceKey
        #expect(serials.admit(device, serial: DeviceSerial(5)))
        #expect(serials.admit(device, serial: DeviceSerial(5)))
        #expect(!serials.admit(device, serial: DeviceSerial(4)))
        #expect(serials.admit(device, serial: DeviceSerial(.max)))
        #expect(!serials.admit(device, serial: DeviceSerial(5)))
        #expect(serials.admit(Person().deviceKey, serial: DeviceSerial(0)))
    }

    @Test func startsFromWhatIsKnown() {
        let device = Person().deviceKey
        let serials = RememberedSerials([device: DeviceSerial(3)])
        #expect(!serials.admit(device, serial: DeviceSerial(2)))
        #expect(serials.admit(device, serial: DeviceSerial(3)))
    }

    @Test func refusesDevicesNeverSeenOnceItIsFullAndKeepsTheOthers() {
        let known = (0..<3).map { _ in Person().deviceKey }
        let serials = RememberedSerials(devicesMax: 3)
        for device in known { #expect(serials.admit(device, serial: DeviceSerial(1))) }
        #expect(!serials.admit(Person().deviceKey, serial: DeviceSerial(1)))
        #expect(serials.admit(known[0], serial: DeviceSerial(2)))
        #expect(!serials.admit(known[0], serial: DeviceSerial(1)))
    }

    @Test func admitsDevicesNeverSeenWhereOthersJudgeThemToo() {
        let (known, new) = (Person().deviceKey, Person().deviceKey)
        let serials = RememberedSerials(devicesMax: 1, whenFull: .admit)
        #expect(serials.admit(known, serial: DeviceSerial(5)))
        for serial in [3, 2, 4] as [UInt64] { #expect(serials.admit(new, serial: DeviceSerial(serial))) }
        #expect(!serials.admit(known, serial: DeviceSerial(4)))
        #expect(serials.takeChanged() == [known: DeviceSerial(5)])
    }
}
