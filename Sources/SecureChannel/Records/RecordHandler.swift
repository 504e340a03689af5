package import NIOCore

/// A line after its handshake: bytes below, messages above.
///
/// Answers pings, asks after silence, ends each direction by itself, and closes on the first byte that isn't right.
/// Errors reach the next handler as ``LineError`` before the channel closes.
package final class RecordHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = LineMessage
    package typealias OutboundIn = LineMessage
    package typealias OutboundOut = ByteBuffer

    private var reader: RecordReader
    private var writer: RecordWriter
    private var unsentPromises: [EventLoopPromise<Void>] = []
    /// Done when this end's `end` or refusal has left.
    private var lastWord: EventLoopFuture<Void>?
    private var life = LineLife()
    private let role: LineRole
    private var wasAccepted = false
    private var owesFlush = false
    private var pingTask: RepeatedTask?
    private var lingerTask: Scheduled<Void>?

    /// - Parameter end: whose messages are legal here differs.
    init(transport: consuming LineTransport, limits: MessageLimits, end: LineRole) {
        role = end
        reader = RecordReader(cipher: transport.receiving, limits: limits)
        writer = RecordWriter(cipher: transport.sending)
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        // A start of its own for each line: thousands that began together must not ask at once.
        let first = TimeAmount.nanoseconds(.random(in: 0...LineLimits.pingInterval.nanoseconds))
        pingTask = context.eventLoop.scheduleRepeatedTask(
            initialDelay: LineLimits.pingInterval + first, delay: LineLimits.pingInterval
        ) { _ in
            bound.value.handler.pingIsDue(context: bound.value.context)
        }
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        stopTimers()
        failUnsent(LineError.lost)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        stopTimers()
        if life.connectionClosed() == .lost { context.fireErrorCaught(LineError.lost) }
        failUnsent(LineError.lost)
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard mayRead(context: context) else { return }
        var arrived: [LineMessage] = []
        var failure: LineError?
        do throws(LineError) {
            try reader.receive(unwrapInboundIn(data)) { arrived.append($0) }
        } catch { failure = error }
        for message in arrived { receive(message, context: context) }
        if let failure { fail(failure, context: context) }
    }

    /// One record for all answers to what was read at once.
    package func channelReadComplete(context: ChannelHandlerContext) {
        if owesFlush { flush(context: context) }
        owesFlush = false
        context.fireChannelReadComplete()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        act(life.inputClosed(), context: context)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard life.isWriting else {
            promise?.fail(LineError.lost)
            return
        }
        do throws(LineError) {
            try writer.append(unwrapOutboundIn(data))
            if let promise { unsentPromises.append(promise) }
        } catch {
            promise?.fail(error)
        }
    }

    package func flush(context: ChannelHandlerContext) {
        do throws(LineError) {
            guard let sealed = try writer.flush() else { return context.flush() }
            guard hasRoom(context) else { return fail(.silent, context: context) }
            context.writeAndFlush(wrapOutboundOut(sealed), promise: promiseForUnsent())
        } catch {
            fail(error, context: context)
        }
    }

    package func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        switch event as? LineEvent {
        case .end?:
            sendLast(LineMessage(kind: .end), context: context)
            act(life.sentEnd(), context: context)
        case .refuse(let refusal)?:
            let code = ByteBuffer(integer: refusal.rawValue)
            sendLast(LineMessage(kind: .refusal, body: code), context: context)
            act(life.sentRefusal(), context: context)
        default: return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    /// Whether the peer reads what it is sent, or at least not too much waits for it.
    private func hasRoom(_ context: ChannelHandlerContext) -> Bool {
        guard !context.channel.isWritable else { return true }
        let queued = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return queued ?? 0 <= LineLimits.queuedBytesMax
    }

    private func receive(_ message: LineMessage, context: ChannelHandlerContext) {
        guard mayRead(context: context) else { return }
        life.heard()
        switch message.kind {
        case .ping:
            // A peer that asks without reading the answers gets none, rather than a growing queue.
            guard context.channel.isWritable else { return }
            write(
                context: context, data: wrapInboundOut(LineMessage(kind: .pong, body: message.body)), promise: nil)
            owesFlush = true
        case .pong: break
        case .end: act(life.receivedEnd(), context: context)
        case .accepted where role == .client && !wasAccepted:
            wasAccepted = true
            context.fireUserInboundEventTriggered(LineEvent.accepted)
        case .refusal where role == .client: fail(Self.refusal(in: message.body), context: context)
        case let kind where kind.isOfLine: fail(.malformed, context: context)
        default: context.fireChannelRead(wrapInboundOut(message))
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

    private func act(_ action: LineLife.Action, context: ChannelHandlerContext) {
        switch action {
        case .nothing: break
        case .tellEnd: context.fireUserInboundEventTriggered(LineEvent.end)
        case .closeOutput: context.close(mode: .output, promise: nil)
        case .tellEndAndClose:
            context.fireUserInboundEventTriggered(LineEvent.end)
            closeAfterLastWord(context: context)
        case .close: closeAfterLastWord(context: context)
        case .lost: fail(.lost, context: context)
        }
        if life.isWaitingForClose { startLinger(context: context) }
    }

    private func pingIsDue(context: ChannelHandlerContext) {
        switch life.intervalPassed() {
        case .nothing: break
        case .ask: send(.ping, context: context)
        case .giveUp: fail(.silent, context: context)
        }
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

    private func send(_ kind: MessageKind, body: ByteBuffer = ByteBuffer(), context: ChannelHandlerContext) {
        write(context: context, data: wrapInboundOut(LineMessage(kind: kind, body: body)), promise: nil)
        flush(context: context)
    }

    private func sendLast(_ message: LineMessage, context: ChannelHandlerContext) {
        guard life.isWriting else { return }
        let promise = context.eventLoop.makePromise(of: Void.self)
        lastWord = promise.futureResult
        write(context: context, data: wrapInboundOut(message), promise: promise)
        flush(context: context)
    }

    private func fail(_ error: LineError, context: ChannelHandlerContext) {
        guard life.failed() else { return }
        stopTimers()
        failUnsent(error)
        context.fireErrorCaught(error)
        context.close(promise: nil)
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
        pingTask?.cancel()
        pingTask = nil
        lingerTask?.cancel()
        lingerTask = nil
    }
}
