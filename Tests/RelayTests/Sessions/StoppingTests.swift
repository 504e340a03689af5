import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct StoppingTests {
    /// What was acknowledged is stored, and what is stored was acknowledged before the line ended.
    @Test func aStoppingRelayFinishesWhatItHasTaken() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        let creator = try await relay.started(TestPerson(0))
        _ = try await creator.ask(room.creation)
        var writers: [(line: TestLine, numbers: [RequestNumber])] = []
        for number in 1...8 {
            let line = try await relay.member(TestPerson(UInt32(number)), of: room)
            writers.append((line, []))
        }
        for index in writers.indices {
            for burst in 0..<20 {
                writers[index].numbers += try writers[index].line.send(
                    (0..<20).map { room.message([UInt8(index), UInt8(burst), $0]) })
            }
        }
        await relay.server.stop()
        var acknowledged: Set<UInt64> = [1]
        for (line, numbers) in writers {
            let heard = await line.when { $0.isOver }
            #expect(heard.error == .refused(.stopping))
            for number in numbers {
                guard let answer = heard.answers[number] else { continue }
                if let number = answer.appended {
                    acknowledged.insert(number.rawValue)
                } else {
                    #expect(answer.code == .stopping)
                }
            }
        }
        let stored = try storage.read { (snapshot) throws(StorageError) in
            try snapshot.log(.room(room.id))?.last.rawValue ?? 0
        }
        #expect(acknowledged == Set(1...stored))
    }

    @Test func aPeerThatDoesNotReadDoesNotKeepTheRelay() async throws {
        let relay = try await ServedRelay()
        let room = TestRoom(1)
        let state = PublicState(blob: [UInt8](repeating: 3, count: 1 << 20))
        let line = try await relay.started(TestPerson(0))
        let creation = Append(room: room.id, entry: .create(key: room.accessKey(1)), publicState: state)
        _ = try await line.ask(.append(creation))
        try await line.setReading(false)
        let fetch = RelayRequest.fetchPublicState(FetchPublicState(room: room.id, hash: BlobHash(of: state.blob)))
        try line.send([RelayRequest](repeating: fetch, count: 32))
        await relay.server.stop()
        try? await line.setReading(true)
        _ = await line.when { $0.isOver }
    }

    @Test func whoIsCutOffLearnsThatHeIsNotServed() async throws {
        let relay = try await ServedRelay()
        let (stays, goes) = (TestPerson(1), TestPerson(2))
        let staying = try await relay.started(stays)
        let going = [try await relay.started(goes), try await relay.started(goes)]
        let cut = await relay.server.cutOff { $0.identity == goes.identity }
        #expect(cut == 2)
        for line in going { #expect(await line.when { $0.isOver }.error == .refused(.notAllowed)) }
        #expect(try await staying.ask(.releaseName(ReleaseName())).code == nil)
        #expect(await relay.server.cutOff { $0.identity == goes.identity } == 0)
        await relay.server.stop()
    }

    @Test func whoSaysThatNothingMoreComesGetsItsAnswersAndThenTheEnd() async throws {
        let storage = HeldStorage()
        let relay = try await ServedRelay(storage)
        let room = TestRoom(1)
        let line = try await relay.started(TestPerson(1))
        _ = try await line.ask(room.creation)
        _ = try await line.ask(room.opening(for: line.handshakeHash))
        storage.hold(onceAppended: 2, to: room)
        let numbers = try line.send((0..<5).map { room.message([$0]) })
        line.end()
        await storage.held()
        #expect(!line.heard.isOver)
        storage.release()
        let heard = await line.when { $0.isOver }
        #expect(heard.error == nil)
        #expect(numbers.compactMap { heard.answers[$0]?.appended?.rawValue } == [2, 3, 4, 5, 6])
        await relay.server.stop()
    }

    @Test func whoAppendsTooFastLearnsWhenToTryAgain() async throws {
        var limits = RelayLimits()
        limits.appendsPerSecond = 1
        let relay = try await ServedRelay(limits: limits)
        let room = TestRoom(1)
        let lines = [try await relay.started(TestPerson(1)), try await relay.started(TestPerson(1, device: 2))]
        _ = try await lines[0].ask(room.creation)
        for line in lines { _ = try await line.ask(room.opening(for: line.handshakeHash)) }
        // One account, however many lines and devices.
        var answers: [RelayAnswer] = []
        for number in 0..<UInt8(40) { answers.append(try await lines[Int(number) % 2].ask(room.message([number]))) }
        let refused = answers.filter { $0.code != nil }
        #expect(refused.count >= 20)
        for answer in refused {
            guard case .refused(let refused) = answer else { continue }
            #expect(refused.code == .tooOften && refused.detail == 1)
        }
        await relay.server.stop()
    }
}
