import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import SecureChannel
import Synchronization

/// Answers whoever measures the relay, over HTTP, on an address of its own. It may starve or be misused without the
/// relay noticing: few connections, short ones, one request each.
final class MetricsServer: Sendable {
    private let listener: any Channel
    private let group: MultiThreadedEventLoopGroup

    var address: SocketAddress? { listener.localAddress }

    private init(listener: any Channel, group: MultiThreadedEventLoopGroup) {
        self.listener = listener
        self.group = group
    }

    /// - Parameter metrics: asked at each request, on this server's own thread.
    /// - Throws: what NIO says of an address that can't be had.
    static func start(
        on address: SocketAddress, logger: Logger,
        metrics: @escaping @Sendable () -> [Metric]
    ) async throws -> MetricsServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let places = Places()
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: Int32(ServerLimits.metricsConnectionsMax))
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptPauseHandler(logger: logger))
                }
            }
            .childChannelInitializer { channel in
                guard places.take() else { return channel.close() }
                channel.closeFuture.whenComplete { _ in places.give() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(MetricsRequestLimit())
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: false, withErrorHandling: false)
                    try pipeline.addHandler(MetricsHandler(metrics: metrics))
                }
            }
        do {
            return MetricsServer(listener: try await bootstrap.bind(to: address).get(), group: group)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Ends the connections that still stand, too.
    func stop() async {
        try? await listener.close()
        try? await group.shutdownGracefully()
    }

    private final class Places: Sendable {
        private let takenCount = Atomic<Int>(0)

        func take() -> Bool {
            let isFree = takenCount.add(1, ordering: .relaxed).newValue <= ServerLimits.metricsConnectionsMax
            if !isFree { give() }
            return isFree
        }

        func give() { takenCount.subtract(1, ordering: .relaxed) }
    }
}
