package import NIOCore

/// A line after its handshake: bytes below, messages above, for channel handlers or for one ``LineSession``.
///
/// Answers pings, asks after silence, ends each direction by itself, and closes on the first byte that isn't right.
/// Errors reach the next handler, or the session, as ``LineError``.
package final class RecordHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = LineMessage
    package typealias OutboundIn = LineMessage
    package typealias OutboundOut = ByteBuffer

    private let loop: LineLoop
    private var context: ChannelHandlerContext?
    private var reader: RecordReader
    private var writer: RecordWriter
    private var session: (any LineSession)?
    private var unsentPromises: [EventLoopPromise<Void>] = []
    /// Done when this end's `end` or refusal has left.
    private var lastWord: EventLoopFuture<Void>?
    private var life = LineLife()
    private let role: LineRole
    /// Who is at the other end.
    let owner: LineOwner
    private var wasAccepted = false
    private var owesFlush = false
    /// The channel may hold sealed bytes that the socket didn't take.
    private var mayHoldBytes = false
    private var lingerTask: Scheduled<Void>?
    /// Kept by ``PingTurns``.
    var pingPlace: PingTurns.Place?
    /// Kept by ``UnfinishedMessages``.
    var unfinishedByteCount = 0
    /// Kept by ``UnsentBytes``.
    var unsentByteCount = 0

    /// - Parameter end: whose messages are legal here differs.
    init(
        transport: consuming LineTransport, limits: MessageLimits, end: LineRole, owner: LineOwner,
        eventLoop: any EventLoop
    ) {
        role = end
        self.owner = owner
        loop = LineLoop.of(eventLoop)
        reader = RecordReader(cipher: transport.receiving, limits: limits)
        writer = RecordWriter(cipher: transport.sending)
    }

    /// From now on everything reaches `session`, and nothing the handlers behind this one.
    func hand(over session: any LineSession) { self.session = session }

    package func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.pings.join(self)
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        finish()
        self.context = nil
    }

    package func channelInactive(context: ChannelHandlerContext) {
        if life.connectionClosed() == .lost { report(.lost, context: context) }
        finish()
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard mayRead(context: context) else { return }
        let bytes = unwrapInboundIn(data)
        var arrived: [LineMessage] = []
        var failure: LineError?
        do throws(LineError) { try reader.receive(bytes) { arrived.append($0) } } catch { failure = error }
        loop.giveBack(read: bytes)
        for message in arrived { receive(message, context: context) }
        if let failure { return fail(failure, context: context) }
        loop.unfinished.note(self, byteCount: reader.unfinishedByteCount)
    }

    /// Others need the room that a message takes which doesn't come to its end.
    func giveUpUnfinished() {
        if let context { fail(.messageTooLarge, context: context) }
    }

    /// Others need the room of what this line's peer doesn't take.
    func giveUpUnsent() {
        if let context { fail(.silent, context: context) }
    }

    /// One record for all answers to what was read at once.
    package func channelReadComplete(context: ChannelHandlerContext) {
        session?.receivedAll()
        if owesFlush { flush(context: context) }
        owesFlush = false
        context.fireChannelReadComplete()
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        if unsentByteCount > 0 { loop.unsent.note(self, byteCount: heldByteCount) }
        if context.channel.isWritable { session?.drained() }
        context.fireChannelWritabilityChanged()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        act(life.inputClosed(), context: context)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        do throws(LineError) {
            guard life.isWriting else { throw .lost }
            beginIfEmpty()
            try writer.append(unwrapOutboundIn(data))
            if let promise { unsentPromises.append(promise) }
        } catch {
            promise?.fail(error)
        }
    }

    package func flush(context: ChannelHandlerContext) {
        do throws(LineError) {
            guard var sealed = try writer.flush() else { return context.flush() }
            guard hasRoom(context) else { return fail(.silent, context: context) }
            context.writeAndFlush(wrapOutboundOut(sealed), promise: promiseForUnsent())
            // What the socket took whole, nobody else holds any more.
            if sealed.modifyIfUniquelyOwned({ $0.clear() }) == nil {
                mayHoldBytes = true
            } else {
                loop.giveBack(written: sealed)
            }
            if mayHoldBytes { loop.unsent.note(self, byteCount: heldByteCount) }
        } catch {
            fail(error, context: context)
        }
    }

    package func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        switch event as? LineEvent {
        case .end?: end(context: context)
        case .refuse(let refusal)?: refuse(refusal, context: context)
        default: return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    /// Called once an interval.
    func pingIsDue() {
        guard let context else { return }
        switch life.intervalPassed() {
        case .nothing: break
        case .ask: send(LineMessage(kind: .ping), context: context)
        case .giveUp: fail(.silent, context: context)
        }
    }
}

// MARK: - What a session says

extension RecordHandler: LineOutput {
    package var eventLoop: any EventLoop { loop.eventLoop }

    package func append(_ message: LineMessage) throws(LineError) {
        guard life.isWriting else { return }
        beginIfEmpty()
        try writer.append(message)
    }

    package func append(encoded messages: ByteBuffer) {
        guard life.isWriting else { return }
        beginIfEmpty()
        do throws(LineError) { try writer.append(encoded: messages) } catch {
            if let context { fail(error, context: context) }
        }
    }

    package func flush() {
        if let context, life.isWriting, writer.unsealedByteCount > 0 { flush(context: context) }
    }

    package var queuedByteCount: Int { writer.unsealedByteCount + heldByteCount }

    package var isWritable: Bool { life.isWriting && context?.channel.isWritable == true }

    package func end() {
        if let context { end(context: context) }
    }

    package func refuse(_ refusal: Refusal) {
        if let context { refuse(refusal, context: context) }
    }

    package func pauseReading() { try? context?.channel.syncOptions?.setOption(.autoRead, value: false) }

    package func resumeReading() { try? context?.channel.syncOptions?.setOption(.autoRead, value: true) }

    package func close() { context?.close(promise: nil) }

    private func beginIfEmpty() {
        if writer.unsealedByteCount == 0, let spare = loop.takeWriteBuffer() { writer.begin(in: spare) }
    }

    /// Sealed bytes that the socket didn't take. Asking costs a microsecond while there are any.
    var heldByteCount: Int {
        guard mayHoldBytes, let options = context?.channel.syncOptions else { return 0 }
        let count = (try? options.getOption(.bufferedWritableBytes)) ?? 0
        if count == 0 { mayHoldBytes = false }
        return count
    }

    /// Whether the peer reads what it is sent, or at least not too much waits for it.
    private func hasRoom(_ context: ChannelHandlerContext) -> Bool {
        !mayHoldBytes || context.channel.isWritable || heldByteCount <= LineLimits.queuedBytesMax
    }
}

// MARK: - What arrives

extension RecordHandler {
    private func receive(_ message: LineMessage, context: ChannelHandlerContext) {
        guard mayRead(context: context) else { return }
        life.heard()
        switch message.kind {
        case .ping:
            // A peer that asks without reading the answers gets none, rather than a growing queue.
            guard context.channel.isWritable else { return }
            write(context: context, data: wrapInboundOut(LineMessage(kind: .pong, body: message.body)), promise: nil)
            owesFlush = true
        case .pong: break
        case .end: act(life.receivedEnd(), context: context)
        case .accepted where role == .client && !wasAccepted:
            wasAccepted = true
            if let session { session.accepted() } else { context.fireUserInboundEventTriggered(LineEvent.accepted) }
        case .refusal where role == .client: fail(Self.refusal(in: message.body), context: context)
        case let kind where kind.isOfLine: fail(.malformed, context: context)
        default:
            if let session { session.receive(message) } else { context.fireChannelRead(wrapInboundOut(message)) }
        }
    }

    private func mayRead(context: ChannelHandlerContext) -> Bool {
        switch life.arrival {
        case .read: return true
        case .drop: break
        case .malformed: fail(.malformed, context: context)
        }
        return false
    }

    private static func refusal(in body: ByteBuffer) -> LineError {
        guard let code = body.getInteger(at: body.readerIndex, as: UInt8.self), let refusal = Refusal(rawValue: code)
        else { return .malformed }
        return .refused(refusal)
    }
}

// MARK: - How it ends

extension RecordHandler {
    private func act(_ action: LineLife.Action, context: ChannelHandlerContext) {
        switch action {
        case .nothing: break
        case .tellEnd: tellEnd(context: context)
        case .closeOutput: context.close(mode: .output, promise: nil)
        case .tellEndAndClose:
            tellEnd(context: context)
            closeAfterLastWord(context: context)
        case .close: closeAfterLastWord(context: context)
        case .lost: fail(.lost, context: context)
        }
        if life.isWaitingForClose { startLinger(context: context) }
    }

    private func tellEnd(context: ChannelHandlerContext) {
        if let session { return session.peerEnded() }
        context.fireUserInboundEventTriggered(LineEvent.end)
    }

    private func end(context: ChannelHandlerContext) {
        sendLast(LineMessage(kind: .end), context: context)
        act(life.sentEnd(), context: context)
    }

    private func refuse(_ refusal: Refusal, context: ChannelHandlerContext) {
        sendLast(LineMessage(kind: .refusal, body: ByteBuffer(integer: refusal.rawValue)), context: context)
        act(life.sentRefusal(), context: context)
    }

    private func send(_ message: LineMessage, promise: EventLoopPromise<Void>? = nil, context: ChannelHandlerContext) {
        write(context: context, data: wrapInboundOut(message), promise: promise)
        flush(context: context)
    }

    private func sendLast(_ message: LineMessage, context: ChannelHandlerContext) {
        guard life.isWriting else { return }
        let promise = context.eventLoop.makePromise(of: Void.self)
        lastWord = promise.futureResult
        send(message, promise: promise, context: context)
    }

    /// Closing throws away what the socket hasn't taken yet.
    private func closeAfterLastWord(context: ChannelHandlerContext) {
        guard let lastWord else { return context.close(promise: nil) }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        lastWord.whenComplete { _ in bound.value.close(promise: nil) }
    }

    /// A peer that still doesn't close, or takes nothing, isn't waited for long.
    private func startLinger(context: ChannelHandlerContext) {
        guard lingerTask == nil else { return }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        lingerTask = context.eventLoop.scheduleTask(in: LineLimits.lingerDeadline) {
            bound.value.close(promise: nil)
        }
    }

    private func fail(_ error: LineError, context: ChannelHandlerContext) {
        guard life.failed() else { return }
        stopTimers()
        failUnsent(error)
        report(error, context: context)
        context.close(promise: nil)
    }

    private func report(_ error: LineError, context: ChannelHandlerContext) {
        if let session = session.take() { return session.lineEnded(error) }
        context.fireErrorCaught(error)
    }

    private func finish() {
        stopTimers()
        failUnsent(LineError.lost)
        session.take()?.lineEnded(nil)
    }

    private func promiseForUnsent() -> EventLoopPromise<Void>? {
        guard let first = unsentPromises.first else { return nil }
        let others = unsentPromises.dropFirst()
        for other in others { first.futureResult.cascade(to: other) }
        unsentPromises.removeAll()
        return first
    }

    private func failUnsent(_ error: LineError) {
        for promise in unsentPromises { promise.fail(error) }
        unsentPromises.removeAll()
    }

    private func stopTimers() {
        loop.pings.leave(self)
        loop.unfinished.leave(self)
        loop.unsent.leave(self)
        lingerTask?.cancel()
        lingerTask = nil
    }
}
