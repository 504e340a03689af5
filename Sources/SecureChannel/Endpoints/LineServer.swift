import Logging
package import NIOCore
import NIOPosix

/// The listening end: accepts connections on any number of addresses and runs the relay's handshake on each.
package final class LineServer: Sendable {
    private let listeners: [any Channel]

    /// Where it really listens: a requested port 0 became a number.
    package var addresses: [SocketAddress] { listeners.compactMap(\.localAddress) }

    private init(listeners: [any Channel]) { self.listeners = listeners }

    /// Starts listening on all of `addresses`, or on none. Beside an IPv4 address an IPv6 one is for IPv6 alone, so that
    /// `0.0.0.0` and `[::]` may share a port.
    ///
    /// - Throws: of the first address that can't be had.
    package static func start(
        on addresses: [SocketAddress], configuration: Configuration, group: any EventLoopGroup
    ) async throws(ListenError) -> LineServer {
        let hasIPv4 = addresses.contains { $0.protocol == .inet }
        var listeners: [any Channel] = []
        for address in addresses {
            var bootstrap = bootstrap(configuration, group: group)
            if hasIPv4, address.protocol == .inet6 {
                bootstrap = bootstrap.serverChannelOption(ipv6Only, value: 1)
            }
            do {
                listeners.append(try await bootstrap.bind(to: address).get())
            } catch {
                for listener in listeners { try? await listener.close() }
                throw ListenError(address: address, why: error)
            }
        }
        return LineServer(listeners: listeners)
    }

    /// Takes no further connections. Those that stand go on.
    package func stopListening() async {
        for listener in listeners { try? await listener.close() }
    }

    private static let ipv6Only = ChannelOptions.Types.SocketOption(level: .ipv6, name: .ipv6_v6only)

    private static func bootstrap(_ configuration: Configuration, group: any EventLoopGroup) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Accepted sockets inherit it, which saves each two system calls.
            .serverChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptPauseHandler(logger: configuration.logger))
                }
            }
            .childChannelInitializer { channel in
                guard let visitor = configuration.gate.enter(from: AddressGroup.name(of: channel.remoteAddress)) else {
                    configuration.logger.debug("too many connections without a login")
                    return channel.close()
                }
                channel.closeFuture.whenComplete { _ in visitor.leave() }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.prepareForLine()
                    try channel.pipeline.syncOperations.addHandler(configuration.makeHandler(for: visitor))
                }
            }
    }
}
