import Identity
import NIOCore
import RelayProtocol
package import SecureChannel

/// One client's line, as the relay serves it. Lives on the line's event loop; an idle one costs next to nothing.
///
/// What changes something goes to the ``Committer``, all requests of one read together; what only reads to the
/// ``ReadPool``, one at a time. Both come back to this loop.
package final class RelaySession: LineSession {
    /// Indirect: the hello is large, and of no use once the line is started.
    indirect enum Phase {
        /// Nothing but a start is taken.
        case awaitingStart(Hello)
        /// The start is answered once what the hello shows is durable. Whatever comes meanwhile is held.
        case starting(Hello, RequestNumber)
        case started
        /// It is served no further: the line is closed, or told to.
        case over
    }

    let requester: Requester
    let handshakeHash: [UInt8]
    let output: any LineOutput
    let loop: RelayLoop
    let parts: SharedParts
    var phase: Phase
    var rooms: [RoomID: RoomAccess] = [:]
    var followed: [LogName: Follower] = [:]
    /// What came since the last read was complete, for the committer.
    var gathered: [Submission.Item] = []
    var turns = ReadTurns()
    var isReadingStorage = false
    var inFlight = InFlight()
    var budget: AppendBudget?
    /// What came while the line was starting, or had as much in flight as it may.
    private var held: [LineMessage] = []
    private var isReceivingHeld = false
    /// Too much waits for the committer: its own answers first.
    private var isBacklogged = false
    private var isPaused = false
    private var hasPeerEnded = false
    private var unflushedByteCount = 0
    private var owesFlush = false

    /// - Parameter loop: of `output`. The line has a place among its account's ``AccountLines``.
    init(_ output: any LineOutput, hello: Hello, handshakeHash: [UInt8], loop: RelayLoop, parts: SharedParts) {
        self.output = output
        self.handshakeHash = handshakeHash
        self.loop = loop
        self.parts = parts
        requester = Requester(identity: hello.credential.identityKey, device: hello.credential.deviceKey)
        phase = .awaitingStart(hello)
        loop.add(self)
        parts.counts.lines.add()
    }

    package func receive(_ message: LineMessage) {
        switch phase {
        case .over: return
        case .starting: return held.append(message)
        case .awaitingStart, .started: break
        }
        guard held.isEmpty, !inFlight.isFull else { return held.append(message) }
        parts.counts.requests.add()
        let asked = RelayMessage(kind: message.kind.rawValue, body: [UInt8](buffer: message.body)).asked()
        switch asked {
        case .refuse(let refused): refuse(refused.content, refused.number)
        case .request(let request):
            receive(request.content, request.number, byteCount: message.body.readableBytes)
        }
    }

    package func receivedAll() {
        submit()
        loop.flush()
        settle()
    }

    package func drained() { settle() }

    package func peerEnded() {
        hasPeerEnded = true
        settle()
    }

    package func lineEnded(_ error: LineError?) {
        phase = .over
        forgetAll()
        loop.remove(self)
        parts.accountLines.leave(requester.identity)
        parts.counts.lines.add(-1)
    }

    /// Tells the peer why it is served no further. What it was to be told before that still leaves.
    ///
    /// - Returns: whether it was served until now.
    @discardableResult func end(with refusal: Refusal) -> Bool {
        if case .over = phase { return false }
        phase = .over
        forgetAll()
        output.refuse(refusal)
        return true
    }

    /// Now for what came while nothing was taken: a start is answered, whatever the answer, or less is in flight.
    func receiveHeld() {
        let messages = exchange(&held, with: [])
        guard !messages.isEmpty else { return }
        isReceivingHeld = true
        defer { isReceivingHeld = false }
        for message in messages { receive(message) }
        submit()
    }

    private func submit() {
        guard !gathered.isEmpty else { return }
        submit(exchange(&gathered, with: []))
    }

    func submit(_ items: [Submission.Item]) {
        let session = NIOLoopBound(self, eventLoop: loop.eventLoop)
        switch parts.committer.submit(Submission(items, of: requester.identity, session: session, loop: loop.number)) {
        case .taken: break
        case .takenButBacklogged: isBacklogged = true
        case .full: refuse(items, .tooOften, detail: 1)
        case .stopped: refuse(items, .stopping)
        }
    }

    /// The committer didn't take them.
    private func refuse(_ items: [Submission.Item], _ code: RefusalCode, detail: UInt64 = 0) {
        for item in items { inFlight.ended(item.byteCount) }
        if case .starting(let hello, let number) = phase {
            return notStarted(hello, number, .refused(code, detail: detail))
        }
        for item in items { refuse(code, item.number, detail: detail) }
    }

    private func forgetAll() {
        for follower in followed.values { loop.followers.remove(follower) }
        followed = [:]
        rooms = [:]
        gathered = []
        held = []
        turns = ReadTurns()
    }
}

// MARK: - Saying something

extension RelaySession {
    /// Whether the line takes more, or its peer is slow.
    var hasRoom: Bool { output.isWritable }

    func answer(_ answer: RelayAnswer, _ number: RequestNumber) {
        if case .refused = answer { parts.counts.refusals.add() }
        append(loop.encoding { $0.write(answer, to: number) })
    }

    func refuse(_ code: RefusalCode, _ number: RequestNumber, detail: UInt64 = 0) {
        answer(.refused(code, detail: detail), number)
    }

    /// Whole messages. They leave when the loop flushes.
    func append(_ messages: ByteBuffer) {
        output.append(encoded: messages)
        unflushedByteCount += messages.readableBytes
        if !owesFlush {
            owesFlush = true
            loop.mustFlush(self)
        }
        if unflushedByteCount >= SessionLimits.unflushedBytesMax {
            unflushedByteCount = 0
            output.flush()
        }
    }

    /// Lets go what was appended.
    func flush() {
        owesFlush = false
        unflushedByteCount = 0
        output.flush()
        settle()
    }

    /// Requests have got their answers.
    func answered(byteCount: Int, requests: Int = 1) {
        inFlight.ended(byteCount, requests: requests)
        isBacklogged = false
    }

    /// Goes on with what had to wait, and waits where it must.
    func settle() {
        if case .over = phase { return }
        if mayReceiveHeld {
            receiveHeld()
            loop.flush()
        }
        readNext()
        if inFlight.isEmpty, held.isEmpty, hasPeerEnded { return endToo() }
        let mustPause = mustPause
        guard mustPause != isPaused else { return }
        isPaused = mustPause
        if mustPause { output.pauseReading() } else { output.resumeReading() }
    }

    private var mayReceiveHeld: Bool {
        guard !held.isEmpty, !isReceivingHeld, !inFlight.isFull, hasRoom, case .started = phase else { return false }
        return true
    }

    private var mustPause: Bool {
        if case .starting = phase { return true }
        return inFlight.isFull || !held.isEmpty || isBacklogged || !hasRoom
    }

    /// The peer says nothing more, and has its answers.
    private func endToo() {
        phase = .over
        forgetAll()
        output.end()
    }
}
