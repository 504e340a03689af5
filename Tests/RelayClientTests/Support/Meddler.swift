import NIOCore
import NIOPosix

/// Somebody in the middle, between a client and a relay, who sees where each record begins.
final class Meddler: Sendable {
    enum Direction { case toRelay, toClient }

    enum Deed {
        /// One bit of the byte at this place.
        case flip(Int)
        case drop
        case double
        /// It comes after the next one.
        case swap
        /// This many of its bytes pass, and then the connection is cut.
        case cut(after: Int)
    }

    struct Plan {
        let direction: Direction
        /// Which of the direction's frames, handshake messages first.
        let frame: Int
        let deed: Deed
    }

    private let listener: any Channel
    private let plans: Locked<[Plan]>

    var port: UInt16 { UInt16(listener.localAddress?.port ?? 0) }
    /// Plans for connections that haven't come.
    var leftCount: Int { plans.withLock { $0.count } }

    /// - Parameter plans: one a connection; later ones pass as they are.
    init(before host: String, _ port: UInt16, _ plans: [Plan]) async throws {
        let plans = Locked(plans)
        self.plans = plans
        let group = MultiThreadedEventLoopGroup.singleton
        listener = try await ServerBootstrap(group: group)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { client in
                let plan = plans.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                return ClientBootstrap(group: client.eventLoop).channelOption(.autoRead, value: false)
                    .connect(host: host, port: Int(port)).flatMap { relay in
                        Self.join(client, relay, plan)
                    }
            }
            .bind(host: host, port: 0).get()
    }

    func stop() async { try? await listener.close() }

    private static func join(
        _ client: any Channel, _ relay: any Channel, _ plan: Plan?
    ) -> EventLoopFuture<Void> {
        client.eventLoop.submit {
            try client.pipeline.syncOperations.addHandler(
                MeddlingHandler(to: relay, plan: plan?.direction == .toRelay ? plan : nil))
            try relay.pipeline.syncOperations.addHandler(
                MeddlingHandler(to: client, plan: plan?.direction == .toClient ? plan : nil))
            try client.syncOptions?.setOption(.autoRead, value: true)
            try relay.syncOptions?.setOption(.autoRead, value: true)
        }
    }
}
