import FuzzSupport
import NIOCore
package import SecureChannel

/// What reaches the handlers above a line. A fuzz target has one thread.
package final class SeenByApplication: @unchecked Sendable {
    /// The line was handed over, to this peer.
    package fileprivate(set) var peer: LinePeer?
    package fileprivate(set) var messages: [LineMessage] = []
    package fileprivate(set) var events: [LineEvent] = []
    package fileprivate(set) var failure: LineError?
    package internal(set) var hasSentFIN = false

    package init() {}

    /// Hands lines over to this.
    package func setup(_ limits: MessageLimits) -> LineSetup {
        LineSetup(limits: limits) { [self] channel, peer in
            expect(self.peer == nil, "a line was handed over twice")
            self.peer = peer
            try channel.pipeline.syncOperations.addHandler(Application(self))
        }
    }
}

private final class Application: ChannelInboundHandler {
    typealias InboundIn = LineMessage

    private let seen: SeenByApplication

    init(_ seen: SeenByApplication) { self.seen = seen }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        expect(seen.failure == nil, "a message after \(String(describing: seen.failure))")
        expect(!seen.events.contains(.end), "a message after the end")
        seen.messages.append(unwrapInboundIn(data))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let event = event as? LineEvent else { return context.fireUserInboundEventTriggered(event) }
        expect(seen.failure == nil, "\(event) after \(String(describing: seen.failure))")
        seen.events.append(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? LineError else { fatalError("found: \(error) reached the application") }
        expect(seen.failure == nil, "\(error) after \(String(describing: seen.failure))")
        seen.failure = error
    }
}
