import NIOCore
import NIOPosix
import Synchronization

/// Somebody in the middle: sees each frame of each connection and passes on what it likes.
final class Meddler: Sendable {
    enum Way: Sendable { case toRelay, toClient }

    struct Place: Sendable {
        /// From 0, in the order in which they came.
        let connection: Int
        let way: Way
        /// From 0; in each direction the first two or one are the handshake's.
        let frame: Int
    }

    enum Deed: Sendable {
        case pass
        /// In place of the frame, its length before it.
        case replace([UInt8])
        case drop, double
        /// Behind the next one.
        case delay
        /// Both connections end here.
        case cut
    }

    private let listener: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let counts = Counts()
    let port: Int

    private final class Counts: Sendable { let connections = Atomic<Int>(0) }

    private init(relayPort: Int, meddle: @escaping @Sendable (Place, [UInt8]) -> Deed) async throws {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        listener = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { [group, counts] client in
                let number = counts.connections.add(1, ordering: .relaxed).oldValue
                return ClientBootstrap(group: group)
                    .channelOption(.allowRemoteHalfClosure, value: true)
                    .connect(host: "127.0.0.1", port: relayPort)
                    .flatMap { relay in
                        client.eventLoop.makeCompletedFuture {
                            try client.pipeline.syncOperations.addHandler(
                                Side(other: relay, way: .toRelay, connection: number, meddle: meddle))
                            try relay.pipeline.syncOperations.addHandler(
                                Side(other: client, way: .toClient, connection: number, meddle: meddle))
                        }
                    }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = listener.localAddress?.port ?? 0
    }

    static func run<Value: Sendable>(
        before relayPort: Int, meddle: @escaping @Sendable (Place, [UInt8]) -> Deed,
        _ body: (Meddler) async throws -> Value
    ) async throws -> Value {
        let meddler = try await Meddler(relayPort: relayPort, meddle: meddle)
        let result: Result<Value, any Error>
        do { result = .success(try await body(meddler)) } catch { result = .failure(error) }
        try await meddler.group.shutdownGracefully()
        return try result.get()
    }

    private final class Side: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let other: any Channel
        private let way: Way
        private let connection: Int
        private let meddle: @Sendable (Place, [UInt8]) -> Deed
        private var received = ByteBuffer()
        private var frame = 0
        private var delayed: [UInt8] = []

        init(other: any Channel, way: Way, connection: Int, meddle: @escaping @Sendable (Place, [UInt8]) -> Deed) {
            self.other = other
            self.way = way
            self.connection = connection
            self.meddle = meddle
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var bytes = unwrapInboundIn(data)
            received.writeBuffer(&bytes)
            while let length = received.getInteger(at: received.readerIndex, as: UInt16.self),
                let frame = received.readBytes(length: 2 + Int(length))
            {
                take(frame, context: context)
            }
        }

        private func take(_ bytes: [UInt8], context: ChannelHandlerContext) {
            defer { frame += 1 }
            switch meddle(Place(connection: connection, way: way, frame: frame), bytes) {
            case .pass: send(bytes)
            case .replace(let others): send(others)
            case .drop: break
            case .double: send(bytes + bytes)
            case .delay: delayed = bytes
            case .cut:
                other.close(promise: nil)
                context.close(promise: nil)
            }
        }

        private func send(_ bytes: [UInt8]) {
            other.writeAndFlush(ByteBuffer(bytes: bytes + delayed), promise: nil)
            delayed = []
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case ChannelEvent.inputClosed? = event as? ChannelEvent { other.close(mode: .output, promise: nil) }
        }

        func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
