package import Identity
package import NIOCore
import NIOPosix

/// The dialling end: connects, runs the client's handshake, and hands over a channel that speaks ``LineMessage``.
package struct LineDialer: Sendable {
    private let group: any EventLoopGroup
    private let identity: ClientLineIdentity

    package init(group: any EventLoopGroup, identity: ClientLineIdentity) {
        self.group = group
        self.identity = identity
    }

    /// The same, whose lines all live on one loop.
    package func on(_ loop: any EventLoop) -> LineDialer { LineDialer(group: loop, identity: identity) }

    /// Dials once. A cancelled task doesn't wait for a relay that is slow to answer.
    ///
    /// - Parameter pin: the relay's key. Without one nothing is said: the error brings the key that the relay shows.
    /// - Throws: ``LineError/unreachable``, ``LineError/relayUnknown(_:)``,
    ///   ``LineError/relayKeyChanged(pinned:presented:)``, and every other way in which a handshake ends.
    package func dial(
        host: String, port: UInt16, pin: RelayKey?, setup: LineSetup
    ) async throws(LineError) -> (channel: any Channel, peer: LinePeer) {
        let loop = group.next()
        let outcome = loop.makePromise(of: LinePeer.self)
        let connected = connect(host: host, port: port, pin: pin, setup: setup, outcome: outcome)
        connected.whenFailure { _ in outcome.fail(LineError.unreachable) }
        do {
            let peer = try await withTaskCancellationHandler {
                try await outcome.futureResult.get()
            } onCancel: {
                outcome.fail(LineError.lost)
            }
            return (try await connected.get(), peer)
        } catch {
            connected.whenSuccess { $0.close(promise: nil) }
            throw error as? LineError ?? .lost
        }
    }

    /// The client's end, for a channel that ``dial(host:port:pin:setup:)`` or anybody else connects.
    ///
    /// - Parameter outcome: learns how it went: the relay's proven key, or a ``LineError``.
    package func makeHandler(
        pin: RelayKey?, setup: LineSetup, outcome: EventLoopPromise<LinePeer>
    ) -> any ChannelHandler {
        InitiatorHandshakeHandler(identity: identity, pin: pin, setup: setup, outcome: outcome)
    }

    private func connect(
        host: String, port: UInt16, pin: RelayKey?, setup: LineSetup, outcome: EventLoopPromise<LinePeer>
    ) -> EventLoopFuture<any Channel> {
        ClientBootstrap(group: outcome.futureResult.eventLoop)
            .connectTimeout(LineLimits.connectTimeout)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.prepareForLine()
                    try channel.pipeline.syncOperations.addHandler(
                        makeHandler(pin: pin, setup: setup, outcome: outcome))
                }
            }
            .connect(host: host, port: Int(port))
    }
}
