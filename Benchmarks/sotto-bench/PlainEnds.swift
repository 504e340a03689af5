import NIOCore
import NIOPosix

/// The floor: two NIO channels on loopback that carry as many bytes in as many flushes, and nothing else.
final class PlainEnds: Sendable {
    private let listener: any Channel
    private let client: any Channel

    init(loop: any EventLoop, run: FlushRun) async throws {
        listener = try await ServerBootstrap(group: loop)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteCounter(run: run))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let address = listener.localAddress else { throw BenchmarkError.notListening }
        client = try await ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(to: address).get()
        let (client, flush) = (client, ByteBuffer(repeating: 0, count: run.shape.wireByteCount))
        try await loop.submit { run.send = { client.writeAndFlush(flush, promise: nil) } }.get()
    }

    func close() async throws {
        try await client.close()
        try await listener.close()
    }
}

private final class ByteCounter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let run: FlushRun
    private var missing: Int

    init(run: FlushRun) {
        self.run = run
        missing = run.shape.wireByteCount
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        missing -= unwrapInboundIn(data).readableBytes
        guard missing <= 0 else { return }
        missing += run.shape.wireByteCount
        run.flushArrived()
    }
}
