import NIOCore
import SecureChannel

/// Turns what a line brings into ``TalkMessage``s for a ``TalkEnd``.
final class TalkHandler: ChannelInboundHandler {
    typealias InboundIn = LineMessage

    private let end: any TalkEnd
    private let opensAtOnce: Bool
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
        guard let message = TalkMessage(unwrapInboundIn(data)) else { return }
        end.received(message, on: context.channel)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event as? LineEvent {
        case .accepted?: end.lineOpened(context.channel)
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
}
