import Identity
import NIOCore
import RelayProtocol

extension RelaySession {
    /// The core's answers: what they promise is on disk.
    func receive(_ outcome: LoopDelivery.Answered) {
        answered(byteCount: outcome.byteCount, requests: outcome.answers.count)
        for answer in outcome.answers {
            switch phase {
            case .over: return
            case .starting(let hello, let number): receive(answer.content, toLoginOf: hello, number)
            case .awaitingStart, .started: self.answer(answer.content, answer.number)
            }
        }
    }

    /// While a line is starting, nothing else of it is on its way.
    private func receive(_ answer: RelayAnswer, toLoginOf hello: Hello, _ number: RequestNumber) {
        guard case .done = answer else { return notStarted(hello, number, answer) }
        parts.keptDevices.note(hello)
        started(number)
    }

    /// To be called from ``readNext()`` alone.
    func read(_ request: ReadRequest, _ number: RequestNumber, _ byteCount: Int) {
        let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
        let (eventLoop, now) = (loop.eventLoop, parts.wallClockSeconds())
        parts.readPool.read(for: request.requester.identity) { (snapshot) throws(StorageError) in
            try request.answer(from: snapshot, wallClockSeconds: now)
        } then: { result in
            eventLoop.execute { bound.value.didRead(result, number, byteCount) }
        }
    }

    private func didRead(
        _ result: Result<ReadRequest.Outcome, StorageError>, _ number: RequestNumber, _ byteCount: Int
    ) {
        isReadingStorage = false
        answered(byteCount: byteCount)
        switch (phase, result) {
        case (.over, _): return
        case (_, .success(let outcome)): take(outcome, number)
        case (.starting(let hello, _), .failure):
            parts.counts.readFailures.add()
            notStarted(hello, number, .refused(.storage))
        case (_, .failure):
            parts.counts.readFailures.add()
            refuse(.storage, number)
        }
        loop.flush()
        settle()
    }

    private func take(_ outcome: ReadRequest.Outcome, _ number: RequestNumber) {
        switch outcome.effect {
        case .none: break
        case .opens(let room, let opening):
            rooms[room, default: RoomAccess()].open(opening)
            followed[.room(room)]?.reads(from: rooms[room]?.openings ?? [])
        case .opensByLink(let room, let link): rooms[room, default: RoomAccess()].open(by: link)
        case .isKept(let hello):
            parts.keptDevices.note(hello)
            return started(number)
        case .mustKeep(let hello): return keep(hello, number)
        case .isSuperseded(let hello): return notStarted(hello, number, outcome.answer)
        }
        answer(outcome.answer, number)
    }

    /// Before a line is started, what ends an older certificate is durable.
    private func keep(_ hello: Hello, _ number: RequestNumber) {
        inFlight.began(0)
        let ask = CoreRequest.Ask.keepDevice(
            CredentialBytes(hello.credential.encoded), credentialSerial: hello.credential.serial,
            lineSerial: hello.certificate.serial)
        submit([item(ask, number, 0)])
    }
}
