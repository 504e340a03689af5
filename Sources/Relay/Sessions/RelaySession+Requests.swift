import Identity
import NIOCore
import RelayProtocol

extension RelaySession {
    func receive(_ request: RelayRequest, _ number: RequestNumber, byteCount: Int) {
        if case .start(let start) = request { return receive(start, number) }
        guard case .started = phase else { return refuse(.outOfTurn, number) }
        guard !parts.isStopping else { return refuse(.stopping, number) }
        switch request {
        case .start: break
        case .lookUp(let request): read(.lookUp(request.target), number, byteCount)
        case .countKeyPackages(let request): read(.countKeyPackages(request.suite), number, byteCount)
        case .fetchPublicState(let request):
            read(.fetchPublicState(request, access(to: request.room)), number, byteCount)
        case .openRoom(let request):
            open(request.room, .openRoom(request, handshakeHash: handshakeHash), number, byteCount)
        case .openLink(let request):
            open(request.room, .openLink(request, handshakeHash: handshakeHash), number, byteCount)
        case .follow(let request): follow(request, number)
        case .followInbox(let request): follow(.inbox(requester.device), request.from, [], number)
        case .unfollow(let request):
            stopFollowing(.room(request.room))
            answer(.done(Done()), number)
        case .whisper(let whisper): pass(whisper, number)
        case .claimName(let request): change(.claimName(request.name), number, byteCount)
        case .releaseName: change(.releaseName, number, byteCount)
        case .publishKeyPackages(let request): change(.publishKeyPackages(request), number, byteCount)
        // Its answer is what takes memory.
        case .claimKeyPackages(let request): change(.claimKeyPackages(request), number, SessionLimits.claimBytes)
        case .setInboxToken(let request): change(.setInboxToken(request.token), number, byteCount)
        case .acknowledgeInbox(let request): change(.acknowledgeInbox(upTo: request.upTo), number, byteCount)
        case .deliver(let request): change(.deliver(request), number, byteCount)
        case .append(let request): change(.append(request, access(to: request.room)), number, byteCount)
        case .putPublicState(let request):
            change(.putPublicState(request, access(to: request.room)), number, byteCount)
        }
    }

    private func receive(_ start: Start, _ number: RequestNumber) {
        guard case .awaitingStart(let hello) = phase else { return refuse(.outOfTurn, number) }
        guard start.version == RelayProtocolVersion.current else {
            return refuse(.version, number, detail: UInt64(RelayProtocolVersion.current))
        }
        guard !parts.isStopping else { return refuse(.stopping, number) }
        if parts.keptDevices.isKept(hello) { return started(number) }
        phase = .starting(hello, number)
        read(.login(hello), number, 0)
    }

    func started(_ number: RequestNumber) {
        phase = .started
        let now = UInt64(clamping: parts.wallClockSeconds())
        answer(.started(Started(version: RelayProtocolVersion.current, timeSeconds: now)), number)
        receiveHeld()
    }

    /// What the hello shows isn't stored. It may be tried again.
    func notStarted(_ hello: Hello, _ number: RequestNumber, _ refusal: RelayAnswer) {
        phase = .awaitingStart(hello)
        answer(refusal, number)
        receiveHeld()
    }

    private func change(_ ask: CoreRequest.Ask, _ number: RequestNumber, _ byteCount: Int) {
        guard isWithinBudget(number) else { return }
        inFlight.began(byteCount)
        gathered.append(item(ask, number, byteCount))
    }

    func item(_ ask: CoreRequest.Ask, _ number: RequestNumber, _ byteCount: Int) -> Submission.Item {
        Submission.Item(
            number: number, request: CoreRequest(requester: requester, ask: ask), byteCount: byteCount)
    }

    private func read(_ ask: ReadRequest.Ask, _ number: RequestNumber, _ byteCount: Int) {
        inFlight.began(byteCount)
        turns.wants(ReadRequest(requester: requester, ask: ask), number, byteCount: byteCount)
    }

    private func access(to room: RoomID) -> Access { rooms[room]?.access ?? .none }

    private func open(_ room: RoomID, _ ask: ReadRequest.Ask, _ number: RequestNumber, _ byteCount: Int) {
        guard rooms[room] != nil || rooms.count < SessionLimits.openedRoomsMax else {
            return refuse(.overQuota, number)
        }
        read(ask, number, byteCount)
    }

    /// Whether its account may change one more thing now; refuses if not.
    private func isWithinBudget(_ number: RequestNumber) -> Bool {
        let now = NIODeadline.now().uptimeNanoseconds
        let budget = budget ?? parts.budgets.budget(of: requester.identity, at: now)
        self.budget = budget
        guard let seconds = budget.take(at: now) else { return true }
        refuse(.tooOften, number, detail: seconds)
        return false
    }

    private func pass(_ whisper: Whisper, _ number: RequestNumber) {
        let log = LogName.room(whisper.room)
        guard let epoch = followed[log]?.openings.latest else { return refuse(.notAllowed, number) }
        guard isWithinBudget(number) else { return }
        parts.counts.whispers.add()
        let passed = PassedWhisper(whisper, in: epoch)
        loop.followers.pass(passed, butNotTo: self)
        var others = parts.interest.loops(following: log)
        others.remove(loop.number)
        parts.loops.send(to: others) { loop in
            loop.followers.pass(passed, butNotTo: nil)
            loop.flush()
        }
    }
}
