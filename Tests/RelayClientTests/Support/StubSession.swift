import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// One line of a stub relay.
final class StubSession: LineSession {
    private let output: any LineOutput
    private let handshakeHash: [UInt8]
    private let core: StubCore
    private var isStarted = false
    private var opened: Set<RoomID> = []
    private var openedEpochs: Set<EntryNumber> = []
    private var next: [FollowedLog: EntryNumber] = [:]
    private(set) var saidEventCount = 0
    private var isCut = false

    init(output: any LineOutput, handshakeHash: [UInt8], core: StubCore) {
        self.output = output
        self.handshakeHash = handshakeHash
        self.core = core
        core.began(self)
    }

    func cut() {
        isCut = true
        output.close()
    }

    func receive(_ message: LineMessage) {
        guard !isCut else { return }
        switch RelayMessage(message).asked() {
        case .refuse(let refused): answer(.refused(Refused(code: refused.content, detail: 0)), refused.number)
        case .request(let request): receive(request)
        }
    }

    func receivedAll() { feed() }

    func drained() { feed() }

    func peerEnded() { output.end() }

    func lineEnded(_ error: LineError?) {
        isCut = true
        core.ended(self)
    }

    func published(_ log: FollowedLog) { if next[log] != nil { feed() } }

    func pass(_ whisper: Whisper) {
        guard next[.room(whisper.room)] != nil else { return }
        say(.whisper(WhisperEvent(room: whisper.room, body: whisper.body)))
        output.flush()
    }

    private func receive(_ request: Numbered<RelayRequest>) {
        let act = core.act(on: request)
        switch act {
        case .cutBefore: return cut()
        case .keepSilent: return
        case .refuse(let code, let detail):
            return answer(.refused(Refused(code: code, detail: detail)), request.number)
        case .answer(let given): return answer(given, request.number)
        default: break
        }
        guard let done = perform(request.content) else { return }
        switch act {
        case .cutAfter: return cut()
        case .answerTwice: answer(done, request.number)
        case .answerStranger: answer(done, RequestNumber(request.number.rawValue &+ 1_000))
        case .sayUnknown: sayUnknown()
        case .sayMalformed: append(LineMessage(kind: MessageKind(rawValue: 128), body: ByteBuffer(bytes: [1])))
        case .answerMalformed: return answerMalformed(done, request.number)
        default: break
        }
        answer(done, request.number)
    }

    private func perform(_ request: RelayRequest) -> RelayAnswer? {
        if case .start = request {
            isStarted = true
            return .started(Started(version: RelayProtocolVersion.current, timeSeconds: StubRelay.timeSeconds))
        }
        guard isStarted else { return .refused(Refused(code: .outOfTurn, detail: 0)) }
        switch request {
        case .append(let append): return added(append)
        case .openRoom(let request): return open(request)
        case .follow(let request): return follow(.room(request.room), from: request.from)
        case .followInbox(let request): return follow(.inbox, from: request.from)
        case .unfollow(let request): next[.room(request.room)] = nil
        case .deliver(let request): core.deliver(request.item)
        case .claimKeyPackages: return .claimed(Claimed(packages: []))
        case .countKeyPackages: return .keyPackageCount(KeyPackageCount(count: 7, hasLastResort: true))
        case .whisper(let whisper):
            core.whisper(whisper, from: self)
            return nil
        default: break
        }
        return .done(Done())
    }

    private func added(_ request: Append) -> RelayAnswer {
        guard request.entry.header.kind == .create || opened.contains(request.room) else { return notAllowed }
        do { return .appended(try core.add(request.entry, to: request.room)) } catch { return notAllowed }
    }

    private func open(_ request: OpenRoom) -> RelayAnswer {
        guard let log = core.logs[request.room], let key = log.accessKey,
            TestRoom.isOpened(request, by: key, on: handshakeHash)
        else { return notAllowed }
        opened.insert(request.room)
        openedEpochs.insert(request.number)
        return .opened(Opened(last: log.last, head: log.head))
    }

    private func follow(_ log: FollowedLog, from number: EntryNumber) -> RelayAnswer {
        if case .room(let room) = log, !opened.contains(room) { return notAllowed }
        next[log] = max(.first, number)
        return .following(Following(last: last(of: log)))
    }

    private var notAllowed: RelayAnswer { .refused(Refused(code: .notAllowed, detail: 0)) }
}

// MARK: - What it says

extension StubSession {
    private func last(of log: FollowedLog) -> EntryNumber {
        switch log {
        case .room(let room): core.logs[room]?.last ?? .none
        case .inbox: EntryNumber(UInt64(core.items.count))
        }
    }

    /// As much of what is followed as the peer takes.
    private func feed() {
        for log in next.keys {
            while !isCut, output.isWritable, let number = next[log], let event = event(number, of: log) {
                say(event)
                next[log] = number.next
                if output.queuedByteCount > 1 << 16 { output.flush() }
            }
        }
        if !isCut { output.flush() }
    }

    private func event(_ number: EntryNumber, of log: FollowedLog) -> RelayEvent? {
        let index = Int(number.rawValue) - 1
        switch log {
        case .room(let room): return isReadable(number) ? core.logs[room]?.event(number) : withheld(number, in: room)
        case .inbox:
            return index < core.items.count ? .inbox(InboxEvent(number: number, item: core.items[index])) : nil
        }
    }

    private func isReadable(_ number: EntryNumber) -> Bool {
        guard let epoch = core.newestEpoch else { return true }
        return number <= epoch || openedEpochs.contains(epoch)
    }

    private func withheld(_ number: EntryNumber, in room: RoomID) -> RelayEvent? {
        guard case .entries(let event)? = core.logs[room]?.event(number), let entry = event.entries.first,
            let hash = try? EntryHash(of: entry)
        else { return nil }
        return .withheld(WithheldEvent(room: room, number: number, reason: .notReadable, hash: hash))
    }

    private func say(_ event: RelayEvent) {
        saidEventCount += 1
        if let message = try? RelayMessage(event) { append(LineMessage(message)) }
    }

    private func answer(_ answer: RelayAnswer, _ number: RequestNumber) {
        if let message = try? RelayMessage(answer, to: number) { append(LineMessage(message)) }
    }

    private func answerMalformed(_ answer: RelayAnswer, _ number: RequestNumber) {
        guard let message = try? RelayMessage(answer, to: number) else { return }
        append(LineMessage(RelayMessage(kind: message.kind, body: message.body.dropLast())))
    }

    private func sayUnknown() {
        for kind: UInt8 in [16, 31, 50, 95, 120, 127, 133, 255] {
            append(LineMessage(kind: MessageKind(rawValue: kind), body: ByteBuffer(bytes: [1, 2, 3])))
        }
    }

    private func append(_ message: LineMessage) {
        do throws(LineError) { try output.append(message) } catch { cut() }
    }
}
