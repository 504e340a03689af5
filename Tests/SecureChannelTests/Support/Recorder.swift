import NIOCore

@testable import SecureChannel

/// Talks over a line by keeping what it hears. Used from one thread alone.
final class Recorder: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = LineMessage

    private(set) var messages: [LineMessage] = []
    private(set) var events: [LineEvent] = []
    private(set) var errors: [LineError] = []
    private(set) var isInactive = false
    var peers: [LinePeer] = []

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { messages.append(unwrapInboundIn(data)) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? LineEvent { events.append(event) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        errors.append(error as? LineError ?? .lost)
    }

    func channelInactive(context: ChannelHandlerContext) { isInactive = true }
}
