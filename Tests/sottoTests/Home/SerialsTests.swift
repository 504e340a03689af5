import Identity
import Logging
import SecureChannel
import Sodium
import Testing

@testable import sotto

struct SerialsTests {
    private static func device() -> DeviceKey { DeviceKey(Ed25519.SecretKey().publicKey) }

    @Test func areTheSameAfterAWriteAndARead() {
        let serials = [
            Self.device(): DeviceSerial(1), Self.device(): DeviceSerial(.max), Self.device(): DeviceSerial(0),
        ]
        #expect(SerialsFile.decode(SerialsFile.encode(serials)) == serials)
        #expect(SerialsFile.decode(SerialsFile.encode([:])) == [:])
    }

    @Test func aFlippedBitOrAMissingByteIsDamage() {
        let bytes = SerialsFile.encode([Self.device(): DeviceSerial(7), Self.device(): DeviceSerial(9)])
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1
            #expect(SerialsFile.decode(flipped) == nil)
            #expect(SerialsFile.decode(Array(bytes.prefix(index))) == nil)
        }
    }

    @Test func outliveTheRelay() throws {
        let folder = TemporaryFolder()
        let home = try HomeDirectory(option: folder.path)
        let device = Self.device()
        do {
            let relay = try RelayHome(home)
            #expect(try relay.loadSerials().isEmpty)
            let keeper = SerialsKeeper(home: relay, logger: Logger(label: "test"))
            let serials = RememberedSerials(try relay.loadSerials())
            #expect(serials.admit(device, serial: DeviceSerial(5)))
            keeper.finish(serials)
        }
        let serials = RememberedSerials(try RelayHome(home).loadSerials())
        #expect(!serials.admit(device, serial: DeviceSerial(4)))
        #expect(serials.admit(device, serial: DeviceSerial(5)))
        #expect(serials.admit(device, serial: DeviceSerial(6)))
        #expect(!serials.admit(device, serial: DeviceSerial(5)))
    }

    @Test func oneDeviceMoreThanIsRememberedIsRefused() {
        let serials = RememberedSerials(devicesMax: 1)
        let first = Self.device()
        #expect(serials.admit(first, serial: DeviceSerial(1)))
        #expect(!serials.admit(Self.device(), serial: DeviceSerial(1)))
        #expect(serials.admit(first, serial: DeviceSerial(2)))
    }
}
