import Identity
import Logging
import NIOCore
import NIOPosix
import RelayClient
import RelayProtocol
import SecureChannel
import Sodium

/// A relay in this process that does what a test tells it. Everything of it happens on one event loop. Beside all other
/// tests a handshake takes as long as it takes.
final class StubRelay: Sendable {
    typealias Script = @Sendable (Numbered<RelayRequest>) -> StubAct

    /// What its clock shows.
    static let timeSeconds: UInt64 = 12_345

    let host: String
    let loop: any EventLoop
    let core: NIOLoopBoundBox<StubCore>
    let identity: RelayLineIdentity
    private let admission: Admission
    private let server: Locked<LineServer?>

    init(
        at host: String = LoopbackHost.next(),
        identity: RelayLineIdentity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: false),
        refusing refusal: Refusal? = nil, script: @escaping Script = { _ in .serve }
    ) async throws {
        self.host = host
        loop = MultiThreadedEventLoopGroup.singleton.next()
        self.identity = identity
        core = NIOLoopBoundBox.makeBoxSendingValue(
            StubCore(relay: identity.relayKey, script: script), eventLoop: loop)
        admission = Admission(serials: RememberedSerials()) { _ in refusal }
        server = Locked(nil)
        try await listen(on: 0)
    }

    /// After ``stop()`` again where it was.
    func listen(on port: Int) async throws {
        let core = core
        let setup = RelayConnection.setup(handshakeDeadline: .hours(1)) { output, peer in
            StubSession(output: output, handshakeHash: peer.handshakeHash, core: core.value)
        }
        var limits = ConnectionLimits()
        limits.unprovenPerAddressMax = limits.unprovenMax
        let configuration = LineServer.Configuration(
            identity: identity, setup: setup, admission: admission, gate: ConnectionGate(limits: limits),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let address = try SocketAddress(ipAddress: host, port: port)
        let started = try await LineServer.start(on: [address], configuration: configuration, group: loop)
        server.withLock { $0 = started }
    }

    var port: UInt16 { UInt16(server.withLock { $0?.addresses.first?.port } ?? 0) }

    /// Nobody listens there any more, and all lines are cut.
    func stop() async {
        await server.withLock { $0.take() }?.stopListening()
        await cutAll()
    }

    func cutAll() async { await on { $0.cutAll() } }

    /// On the event loop.
    @discardableResult func on<Value: Sendable>(_ body: @escaping @Sendable (StubCore) -> Value) async -> Value {
        let core = core
        do { return try await loop.submit { body(core.value) }.get() } catch { fatalError("\(error)") }
    }
}
