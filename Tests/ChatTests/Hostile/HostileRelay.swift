import Identity
import Logging
import NIOCore
import NIOPosix
import RelayClient
import RelayProtocol
import SecureChannel
import Sodium

/// A relay that decides as a real one does, and tells those who follow whatever a test likes. Real lines; all of it
/// happens on one event loop.
final class HostileRelay: Sendable {
    let identity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: false)
    private let loop: any EventLoop
    private let core: NIOLoopBoundBox<HostileCore>
    private let server: LineServer

    init() async throws {
        loop = MultiThreadedEventLoopGroup.singleton.next()
        let core = NIOLoopBoundBox.makeBoxSendingValue(HostileCore(), eventLoop: loop)
        let setup = RelayConnection.setup(handshakeDeadline: .hours(1)) { output, peer in
            HostileSession(output, peer, core.value)
        }
        var limits = ConnectionLimits()
        limits.unprovenPerAddressMax = limits.unprovenMax
        let configuration = LineServer.Configuration(
            identity: identity, setup: setup, admission: Admission(serials: RememberedSerials()) { _ in nil },
            gate: ConnectionGate(limits: limits), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        server = try await LineServer.start(
            on: [try SocketAddress(ipAddress: "127.0.0.1", port: 0)], configuration: configuration, group: loop)
        self.core = core
    }

    var port: Int { server.addresses.first?.port ?? 0 }

    func stop() async {
        await server.stopListening()
        await on { $0.cutAll() }
    }

    /// Looks at it, or changes it, on its event loop.
    @discardableResult func on<Value: Sendable>(_ body: @escaping @Sendable (HostileCore) -> Value) async -> Value {
        let core = core
        do { return try await loop.submit { body(core.value) }.get() } catch { fatalError("\(error)") }
    }

    /// What whoever follows is told, in place of what there is to tell, from now on.
    func tell(_ meddle: @escaping @Sendable ([RelayEvent]) -> [RelayEvent]) async { await on { $0.meddle = meddle } }
}
