import Identity
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import Testing

@Suite(.timeLimit(.minutes(5))) struct StartTests {
    @Test func nothingIsTakenBeforeTheStart() async throws {
        let relay = try await ServedRelay()
        let line = try await relay.line(TestPerson(1))
        #expect(try await line.ask(.releaseName(ReleaseName())).code == .outOfTurn)
        #expect(try await line.ask(.followInbox(FollowInbox(from: .none))).code == .outOfTurn)
        guard case .started(let started) = try await line.ask(.start(Start(version: 1))) else {
            return #expect(Bool(false), "it isn't started")
        }
        #expect(started.version == 1 && started.timeSeconds == 1_800_000_000)
        #expect(try await line.ask(.releaseName(ReleaseName())).code == nil)
        await relay.server.stop()
    }

    @Test func oneStartIsEnough() async throws {
        let relay = try await ServedRelay()
        let line = try await relay.started(TestPerson(1))
        #expect(try await line.ask(.start(Start(version: 1))).code == .outOfTurn)
        await relay.server.stop()
    }

    @Test func anotherVersionLearnsWhichOneIsSpokenAndMayTryAgain() async throws {
        let relay = try await ServedRelay()
        let line = try await relay.line(TestPerson(1))
        for version in [UInt16(0), 2, .max] {
            guard case .refused(let refused) = try await line.ask(.start(Start(version: version))) else {
                return #expect(Bool(false), "it is served")
            }
            #expect(refused.code == .version && refused.detail == 1)
        }
        #expect(try await line.ask(.start(Start(version: 1))).code == nil)
        await relay.server.stop()
    }

    /// A client needn't wait for the answer to its start.
    @Test func whatComesBehindTheStartIsDoneAfterIt() async throws {
        let relay = try await ServedRelay()
        let (person, room) = (TestPerson(1), TestRoom(1))
        let line = try await relay.line(person)
        let numbers = try line.send([
            .start(Start(version: 1)), room.creation, .countKeyPackages(CountKeyPackages(suite: .init(rawValue: 1))),
            .start(Start(version: 1)),
        ])
        for number in numbers.dropLast() { #expect(try await line.answer(to: number).code == nil) }
        #expect(try await line.answer(to: numbers[3]).code == .outOfTurn)
        #expect(line.heard.answered.first == numbers[0])
        await relay.server.stop()
    }

    /// The line certificate's serial is on disk before the start is answered: what it ends stays ended.
    @Test func whatTheHelloShowsIsStoredBeforeTheStartIsAnswered() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage)
        let person = TestPerson(1)
        let line = try await relay.line(person.lineIdentity(serial: 7))
        await relay.server.probe()
        storage.hold { (try? $0.deviceSerials()[person.device]) == DeviceSerial(7) }
        let start = try line.send(.start(Start(version: 1)))
        await storage.held()
        #expect(line.heard.answers[start] == nil)
        #expect(try storage.deviceSerials()[person.device] == DeviceSerial(7))
        storage.release()
        #expect(try await line.answer(to: start).code == nil)
        await relay.server.stop()

        let again = try await ServedRelay(storage.storage, identity: relay.identity)
        await #expect(throws: LineError.self) {
            let old = try await again.line(person.lineIdentity(serial: 6))
            _ = try await old.ask(.start(Start(version: 1)))
        }
        _ = try await again.started(person, serial: 7)
        await again.server.stop()
    }

    /// The storage decides, whatever this relay has seen itself: another may write there, and a table in memory is full
    /// at some time.
    @Test func aLineWithAnOlderCertificateThanTheStoragesIsNotStarted() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let person = TestPerson(1)
        _ = try await relay.started(person, serial: 1)
        let newer = person.credential(serial: 1)
        try storage.write { (transaction) throws(StorageError) in
            guard let there = try transaction.device(person.device) else { throw .damaged }
            try transaction.keepDevice(
                person.device, account: there.account, credential: newer, credentialSerial: DeviceSerial(1),
                lineSerial: DeviceSerial(3))
        }
        let line = try await relay.line(person.lineIdentity(serial: 2))
        for _ in 0..<2 { #expect(try await line.ask(.start(Start(version: 1))).code == .notAllowed) }
        #expect(try await line.ask(.releaseName(ReleaseName())).code == .outOfTurn)
        #expect(relay.metric("refusals_total") == 3)
        let again = try await relay.line(person.lineIdentity(serial: 3))
        #expect(try await again.ask(.start(Start(version: 1))).code == nil)
        await relay.server.stop()
    }

    @Test func aKnownDeviceIsStartedOnAFullDisk() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let (known, new) = (TestPerson(1), TestPerson(2))
        _ = try await relay.started(known)
        for _ in 0..<4 { storage.failNextWrite(with: .unavailable) }
        _ = try await relay.started(known)
        let line = try await relay.line(new)
        #expect(try await line.ask(.start(Start(version: 1))).code == .storage)
        storage.forgetFaults()
        #expect(try await line.ask(.start(Start(version: 1))).code == nil)
        await relay.server.stop()
    }
}
