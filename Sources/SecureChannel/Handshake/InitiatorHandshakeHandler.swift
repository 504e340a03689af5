import Identity
import NIOCore

/// Runs the client's handshake on a channel, then makes room for a ``RecordHandler``.
final class InitiatorHandshakeHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State: ~Copyable {
        case idle(ClientLineIdentity, pin: RelayKey?)
        case awaitingMessage2(InitiatorHandshake)
        case over
    }

    private var state: State
    private var frames = HandshakeFrames()
    private var deadline: Scheduled<Void>?
    private let setup: LineSetup
    private let outcome: EventLoopPromise<LinePeer>

    /// `outcome` learns how it went: the relay's proven key, or a ``LineError``.
    init(
        identity: ClientLineIdentity, pin: RelayKey?, setup: LineSetup, outcome: EventLoopPromise<LinePeer>
    ) {
        state = .idle(identity, pin: pin)
        self.setup = setup
        self.outcome = outcome
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context: context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelActive(context: ChannelHandlerContext) {
        begin(context: context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        frames.receive(bytes)
        LineLoop.of(context.eventLoop).giveBack(read: bytes)
        switch exchange(&state, with: .over) {
        case .awaitingMessage2(let handshake): receive(for: handshake, context: context)
        // Nothing may come before message 1 has left.
        case .idle: fail(.malformed, context: context)
        case .over: break
        }
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

    private func begin(context: ChannelHandlerContext) {
        guard case .idle(let identity, let pin) = exchange(&state, with: .over) else { return }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: setup.handshakeDeadline) {
            bound.value.handler.fail(.deadline, context: bound.value.context)
        }
        do throws(LineError) {
            let begun = try InitiatorHandshake.begin(identity, pin: pin)
            context.writeAndFlush(wrapOutboundOut(HandshakeFrames.framed(begun.message1)), promise: nil)
            state = .awaitingMessage2(begun.next)
        } catch {
            fail(error, context: context)
        }
    }

    private func receive(for handshake: consuming InitiatorHandshake, context: ChannelHandlerContext) {
        do throws(LineError) {
            guard let message2 = try frames.next(of: LineLimits.message2Bytes) else {
                state = .awaitingMessage2(handshake)
                return
            }
            let finished = try handshake.receive(message2: message2)
            context.writeAndFlush(wrapOutboundOut(HandshakeFrames.framed(finished.message3)), promise: nil)
            finish(finished, context: context)
        } catch {
            fail(error, context: context)
        }
    }

    private func finish(_ finished: consuming InitiatorHandshake.Finished, context: ChannelHandlerContext) {
        deadline?.cancel()
        let transport = finished.transport
        let peer = LinePeer(identity: .relay(finished.relayKey), handshakeHash: transport.handshakeHash)
        do {
            try setup.install(transport, peer: peer, after: self, context: context).flush()
        } catch {
            return fail(.lost, context: context)
        }
        outcome.succeed(peer)
        if let rest = frames.takeRest() { context.fireChannelRead(wrapInboundOut(rest)) }
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    private func fail(_ error: LineError, context: ChannelHandlerContext) {
        state = .over
        deadline?.cancel()
        outcome.fail(error)
        context.close(promise: nil)
    }
}
