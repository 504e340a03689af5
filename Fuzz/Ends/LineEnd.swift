import NIOCore
package import NIOEmbedded
import SecureChannel

/// One end of a line on a channel without a socket, and what its application saw.
package final class LineEnd {
    package let channel: EmbeddedChannel
    package let seen: SeenByApplication

    init(loop: EmbeddedEventLoop, seen: SeenByApplication, handler: any ChannelHandler) throws {
        channel = EmbeddedChannel(loop: loop)
        self.seen = seen
        try channel.pipeline.syncOperations.addHandler(HalfClose(seen))
        try channel.pipeline.syncOperations.addHandler(handler)
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    }

    /// What it has put on the wire since it was last asked.
    package func sent() -> [UInt8] {
        var bytes: [UInt8] = []
        while let buffer = try? channel.readOutbound(as: ByteBuffer.self) { bytes += buffer.readableBytesView }
        return bytes
    }

    package func receive(_ packets: [[UInt8]]) {
        for packet in packets where channel.isActive {
            channel.pipeline.fireChannelRead(ByteBuffer(bytes: packet))
            channel.pipeline.fireChannelReadComplete()
        }
    }

    package func receiveFIN() {
        if channel.isActive { channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
    }

    package func close() {
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }
}

/// An embedded channel knows no half-close and would close altogether.
private final class HalfClose: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private let seen: SeenByApplication

    init(_ seen: SeenByApplication) { self.seen = seen }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard case .output = mode else { return context.close(mode: mode, promise: promise) }
        seen.hasSentFIN = true
        promise?.succeed()
    }
}
