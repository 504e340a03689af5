import Identity
import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct DirectoryTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let year: UInt64 = 365 * 86_400

    private func name(_ text: String) throws -> CoreRequest.Ask { .claimName(try AtName(text)) }

    private func holder(_ relay: TestRelay, _ text: String) throws -> NameRecord? {
        let name = try AtName(text)
        return try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.name(name) }
    }

    // Names
    @Test func aNameIsHisWhoComesFirst() throws {
        var relay = TestRelay()
        #expect(try relay.ask(ann, name("ann")) == .done(Done()))
        #expect(try relay.ask(ann, name("ann")) == .done(Done()))
        #expect(try relay.ask(bob, name("ann")) == .refused(.nameTaken))
        let outcomes = try relay.group([bob.asking(name("x")), ann.asking(name("x"))])
        #expect(outcomes.map(\.answer) == [.done(Done()), .refused(.nameTaken)])
        #expect(try holder(relay, "ann")?.holder == ann.identity)
    }

    @Test func anotherNameReleasesTheFormerForAYear() throws {
        var relay = TestRelay()
        #expect(try relay.ask(ann, name("old")) == .done(Done()))
        #expect(try relay.ask(ann, name("new")) == .done(Done()))
        #expect(try holder(relay, "old")?.releasedAt == relay.moment.time)
        #expect(try relay.ask(bob, name("old")) == .refused(.nameTaken))
        relay.pass(seconds: year - 1)
        #expect(try relay.ask(bob, name("old")) == .refused(.nameTaken))
        relay.pass(seconds: 1)
        #expect(try relay.ask(bob, name("old")) == .done(Done()))
        #expect(try relay.ask(ann, name("old")) == .refused(.nameTaken))
    }

    @Test func aReleasedNameComesBackToWhoBoreIt() throws {
        var relay = TestRelay()
        #expect(try relay.ask(ann, .releaseName) == .done(Done()))
        #expect(try relay.ask(ann, name("ann")) == .done(Done()))
        #expect(try relay.ask(ann, .releaseName) == .done(Done()))
        #expect(try relay.ask(bob, name("ann")) == .refused(.nameTaken))
        #expect(try relay.ask(ann, name("ann")) == .done(Done()))
        #expect(try holder(relay, "ann") == NameRecord(holder: ann.identity, releasedAt: nil))
    }

    @Test func aNameChangesTenTimesADay() throws {
        var relay = TestRelay()
        for number in 1...10 { #expect(try relay.ask(ann, name("n\(number)")) == .done(Done())) }
        #expect(try relay.ask(ann, name("n11")) == .refused(.tooOften, 86_400))
        #expect(try relay.ask(ann, name("n10")) == .done(Done()))
        relay.pass(seconds: 86_400)
        #expect(try relay.ask(ann, name("n11")) == .done(Done()))
    }

    // Devices
    @Test func anAccountHasSixteenDevicesAndNoMore() throws {
        var relay = TestRelay()
        for device in UInt8(0)..<16 {
            #expect(try relay.group([TestPerson(1, device: device).keepDevice()])[0].answer == .done(Done()))
        }
        #expect(try relay.group([TestPerson(1, device: 16).keepDevice()])[0].answer == .refused(.overQuota))
        #expect(try relay.group([TestPerson(1, device: 3).keepDevice(serial: 2)])[0].answer == .done(Done()))
        #expect(try relay.group([TestPerson(2, device: 16).keepDevice()])[0].answer == .done(Done()))
    }

    @Test func aDeviceThatIsntKnownFindsNoPlaceOnAFullDisk() throws {
        var relay = TestRelay()
        #expect(try relay.group([ann.keepDevice()])[0].answer == .done(Done()))
        relay.setDiskFull(true)
        #expect(try relay.group([bob.keepDevice()])[0].answer == .refused(.overQuota))
        #expect(try relay.group([ann.keepDevice(serial: 2)])[0].answer == .done(Done()))
        relay.setDiskFull(false)
        #expect(try relay.group([bob.keepDevice()])[0].answer == .done(Done()))
    }

    @Test func theNewestCredentialIsKeptAndNoOlderLineCertificateTaken() throws {
        var relay = TestRelay()
        func keep(
            _ credential: UInt8, _ serial: UInt64, _ line: UInt64, _ answer: RelayAnswer = .done(Done())
        ) throws -> DeviceRecord? {
            let ask = CoreRequest.Ask.keepDevice(
                CredentialBytes([credential]), credentialSerial: DeviceSerial(serial), lineSerial: DeviceSerial(line))
            #expect(try relay.ask(ann, ask) == answer)
            return try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.device(ann.device) }
        }
        _ = try keep(1, 5, 5)
        let older = try keep(2, 4, 6)
        #expect(older?.credential == CredentialBytes([1]) && older?.lineSerial == DeviceSerial(6))
        #expect(try keep(3, .max, 5, .refused(.notAllowed)) == older)
        let newer = try keep(3, .max, 6)
        #expect(newer?.credential == CredentialBytes([3]) && newer?.lineSerial == DeviceSerial(6))
        #expect(newer?.credentialSerial == DeviceSerial(.max))
        #expect(try keep(4, .max, .max)?.credential == CredentialBytes([3]))
    }

    @Test func aDeviceIsOnePersonsForGood() throws {
        var relay = TestRelay()
        _ = try relay.group([ann.keepDevice()])
        let thief = CoreRequest(
            requester: Requester(identity: bob.identity, device: ann.device),
            ask: ann.keepDevice(serial: 9).ask)
        #expect(try relay.group([thief])[0].answer == .refused(.notAllowed))
    }
}
