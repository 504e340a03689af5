import NIOCore
import SecureChannel

/// Turns what a line brings into ``TalkMessage``s for a ``TalkEnd``.
///
/// Of acknowledgements the newest alone is kept while nothing can be sent: each says what all before it said, and a
/// peer that talks without reading must not make them pile up.
final class TalkHandler: ChannelDuplexHandler {
    typealias InboundIn = LineMessage
    typealias OutboundIn = LineMessage
    typealias OutboundOut = LineMessage

    private let end: any TalkEnd
    private let opensAtOnce: Bool
    private var owed: LineMessage?
    private var error: LineError?

    /// `opensAtOnce`: at the relay, where a hello has been accepted when this handler comes to be.
    init(end: any TalkEnd, opensAtOnce: Bool) {
        self.end = end
        self.opensAtOnce = opensAtOnce
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if opensAtOnce { end.lineOpened(context.channel) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let message = unwrapInboundIn(data)
        if TalkMessage.isRelayAnswer(message.kind) { return end.foundNoTalk(context.channel) }
        guard let message = TalkMessage(message) else { return }
        end.received(message, on: context.channel)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event as? LineEvent {
        case .accepted?:
            context.writeAndFlush(wrapOutboundOut(TalkMessage.knock), promise: nil)
            end.lineOpened(context.channel)
        case .end?: end.peerEnded(context.channel)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if self.error == nil { self.error = error as? LineError ?? .lost }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end.lineClosed(context.channel, error: error)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if owed != nil { flush(context: context) }
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let message = unwrapOutboundIn(data)
        guard message.kind == TalkMessage.receivedKind else { return context.write(data, promise: promise) }
        owed = message
        promise?.succeed()
    }

    func flush(context: ChannelHandlerContext) {
        if context.channel.isWritable { writeOwed(context: context) }
        context.flush()
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        // Behind `end` nothing more is said.
        if event as? LineEvent == .end { writeOwed(context: context) }
        context.triggerUserOutboundEvent(event, promise: promise)
    }

    private func writeOwed(context: ChannelHandlerContext) {
        guard let message = owed else { return }
        owed = nil
        context.write(wrapOutboundOut(message), promise: nil)
    }
}
