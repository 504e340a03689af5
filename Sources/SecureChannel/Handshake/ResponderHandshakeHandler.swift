import Identity
import Logging
import NIOCore

/// Runs the relay's handshake on a channel, then makes room for a ``RecordHandler``.
///
/// Until message 3 is accepted it answers whatever isn't right by closing, with no byte.
final class ResponderHandshakeHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State: ~Copyable {
        case awaitingMessage1(ResponderHandshake)
        case awaitingMessage3(ResponderAwaitingHello)
        case over
    }

    private var state: State
    private var frames = HandshakeFrames()
    private var deadline: Scheduled<Void>?
    private let setup: LineSetup
    private let admission: Admission
    private let visitor: ConnectionGate.Visitor
    private let logger: Logger
    /// Nothing that still arrives matters: the line was handed on, refused or dropped.
    private var isDone = false

    init(
        identity: RelayLineIdentity, setup: LineSetup, admission: Admission, visitor: ConnectionGate.Visitor,
        logger: Logger
    ) {
        state = .awaitingMessage1(ResponderHandshake(identity))
        self.setup = setup
        self.admission = admission
        self.visitor = visitor
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: setup.handshakeDeadline) {
            bound.value.handler.fail(.deadline, context: bound.value.context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        let bytes = unwrapInboundIn(data)
        frames.receive(bytes)
        LineLoop.of(context.eventLoop).giveBack(read: bytes)
        do throws(LineError) { while try advance(context: context) {} } catch { fail(error, context: context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.lost, context: context)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { return fail(.lost, context: context) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(.lost, context: context) }

    /// - Returns: whether what follows in the same bytes is to be looked at too.
    private func advance(context: ChannelHandlerContext) throws(LineError) -> Bool {
        switch exchange(&state, with: .over) {
        case .awaitingMessage1(let handshake):
            guard let message1 = try frames.next(of: LineLimits.message1Bytes) else {
                state = .awaitingMessage1(handshake)
                return false
            }
            let answered = try handshake.receive(message1: message1)
            context.writeAndFlush(wrapOutboundOut(HandshakeFrames.framed(answered.message2)), promise: nil)
            state = .awaitingMessage3(answered.next)
            return true
        case .awaitingMessage3(let handshake):
            guard let message3 = try frames.next(of: LineLimits.message3Bytes) else {
                state = .awaitingMessage3(handshake)
                return false
            }
            finish(try handshake.receive(message3: message3), context: context)
            return false
        case .over: return false
        }
    }

    private func finish(_ finished: consuming ResponderAwaitingHello.Finished, context: ChannelHandlerContext) {
        let verdict = admission.judge(finished.hello, lineKey: finished.lineKey, visitor: visitor)
        switch verdict {
        case .unacceptable: fail(.helloRefused, context: context)
        case .refused(let refusal): refuse(refusal, over: finished.transport, context: context)
        case .admitted(let hello):
            let transport = finished.transport
            let peer = LinePeer(identity: .client(hello), handshakeHash: transport.handshakeHash)
            install(transport, peer: peer, context: context)
        }
    }

    private func install(_ transport: consuming LineTransport, peer: LinePeer, context: ChannelHandlerContext) {
        let line: RecordHandler
        do {
            line = try setup.install(transport, peer: peer, after: self, context: context)
        } catch {
            return fail(.lost, context: context)
        }
        isDone = true
        deadline?.cancel()
        line.flush()
        if let rest = frames.takeRest() { context.fireChannelRead(wrapInboundOut(rest)) }
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    /// One sealed record with the code, then the end. What the client has already sent is drained for a while:
    /// closing over unread bytes resets the connection, and the code would be lost on its way.
    private func refuse(
        _ refusal: Refusal, over transport: consuming LineTransport, context: ChannelHandlerContext
    ) {
        logger.info("refused", metadata: ["why": "\(refusal)"])
        var writer = RecordWriter(cipher: transport.sending)
        do throws(LineError) {
            try writer.append(LineMessage(kind: .refusal, body: ByteBuffer(integer: refusal.rawValue)))
            guard let record = try writer.flush() else { throw .malformed }
            context.writeAndFlush(wrapOutboundOut(record), promise: nil)
        } catch {
            return fail(error, context: context)
        }
        isDone = true
        deadline?.cancel()
        context.close(mode: .output, promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: LineLimits.lingerDeadline) { bound.value.close(promise: nil) }
    }

    private func fail(_ error: LineError, context: ChannelHandlerContext) {
        if !isDone { logger.debug("handshake ended", metadata: ["why": "\(error.logged)"]) }
        isDone = true
        state = .over
        deadline?.cancel()
        context.close(promise: nil)
    }
}
