import NIOCore
import NIOEmbedded
import SecureChannel

@testable import sotto

/// A line that stands, as far as a talk sees it: messages go in and out by hand.
final class EmbeddedTalk {
    let channel = EmbeddedChannel()
    private let ends = OutboundEvents()

    /// - Parameter opensAtOnce: at the relay; a client's line opens with ``accept()``.
    init(_ end: any TalkEnd, opensAtOnce: Bool) throws {
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try channel.pipeline.syncOperations.addHandlers([ends, TalkHandler(end: end, opensAtOnce: opensAtOnce)])
        settle()
    }

    /// As many times as this end has said that it says nothing more.
    var endCount: Int { ends.count }
    var isOpen: Bool { channel.isActive }

    func settle() { channel.embeddedEventLoop.run() }

    func accept() {
        channel.pipeline.fireUserInboundEventTriggered(LineEvent.accepted)
        settle()
    }

    func receive(_ message: TalkMessage) {
        channel.pipeline.fireChannelRead(message.lineMessage)
        settle()
    }

    func receiveEnd() {
        channel.pipeline.fireUserInboundEventTriggered(LineEvent.end)
        settle()
    }

    /// As the records below do: an error first, unless both had said `end`.
    func close(_ error: LineError? = nil) {
        if let error { channel.pipeline.fireErrorCaught(error) }
        channel.close(promise: nil)
        settle()
    }

    func becomeWritable(_ isWritable: Bool) {
        channel.isWritable = isWritable
        channel.pipeline.fireChannelWritabilityChanged()
        settle()
    }

    /// What has left since the last call.
    func takeSent() throws -> [TalkMessage] {
        settle()
        var sent: [TalkMessage] = []
        while let message = try channel.readOutbound(as: LineMessage.self) {
            if let message = TalkMessage(message) { sent.append(message) }
        }
        return sent
    }
}

private final class OutboundEvents: ChannelOutboundHandler {
    typealias OutboundIn = LineMessage

    private(set) var count = 0

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        if event as? LineEvent == .end {
            count += 1
            // The records send all that was written before it, and then it.
            context.flush()
        }
        promise?.succeed()
    }
}
