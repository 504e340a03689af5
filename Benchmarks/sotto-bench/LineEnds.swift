import Identity
import Logging
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

/// The line itself: server and dialler on loopback, with a real handshake and a real hello.
final class LineEnds: Sendable {
    private static let kind = MessageKind(rawValue: MessageKind.firstOfApplication)

    private let server: LineServer
    private let client: any Channel

    init(loop: any EventLoop, run: FlushRun) async throws {
        let limits = MessageLimits { _ in run.shape.bodyByteCount }
        let relay = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: true)
        server = try await Self.listen(relay, limits: limits, run: run, loop: loop)
        guard let port = server.addresses.first?.port.flatMap(UInt16.init(exactly:)) else {
            throw BenchmarkError.notListening
        }
        let dialer = LineDialer(group: loop, identity: try Self.clientIdentity())
        let setup = LineSetup(limits: limits) { _, _ in }
        let dialled = try await dialer.dial(host: "127.0.0.1", port: port, pin: relay.relayKey, setup: setup)
        client = dialled.channel
        let (client, body) = (client, ByteBuffer(repeating: 0, count: run.shape.bodyByteCount))
        try await loop.submit {
            run.send = {
                for _ in 0..<run.shape.messagesPerFlush {
                    client.write(LineMessage(kind: Self.kind, body: body), promise: nil)
                }
                client.flush()
            }
        }.get()
    }

    func close() async throws {
        try await client.close()
        await server.stopListening()
    }

    private static func listen(
        _ relay: RelayLineIdentity, limits: MessageLimits, run: FlushRun, loop: any EventLoop
    ) async throws -> LineServer {
        let setup = LineSetup(limits: limits) { channel, _ in
            try channel.pipeline.syncOperations.addHandler(MessageCounter(run: run))
        }
        let configuration = LineServer.Configuration(
            identity: relay, setup: setup, admission: Admission(serials: RememberedSerials()) { _ in nil },
            gate: ConnectionGate(limits: ConnectionLimits()),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        return try await LineServer.start(
            on: [try SocketAddress(ipAddress: "127.0.0.1", port: 0)], configuration: configuration, group: loop)
    }

    private static func clientIdentity() throws -> ClientLineIdentity {
        let (identity, device, line) = (Ed25519.SecretKey(), Ed25519.SecretKey(), X25519.SecretKey())
        let credential = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1),
            name: try DisplayName("bench"))
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey(line.publicKey), identityKey: IdentityKey(identity.publicKey),
            serial: DeviceSerial(1))
        return ClientLineIdentity(
            lineKey: line, hello: try Hello(credential: credential, certificate: certificate).encoded)
    }
}

private final class MessageCounter: ChannelInboundHandler {
    typealias InboundIn = LineMessage

    private let run: FlushRun
    private var missing: Int

    init(run: FlushRun) {
        self.run = run
        missing = run.shape.messagesPerFlush
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        missing -= 1
        guard missing == 0 else { return }
        missing = run.shape.messagesPerFlush
        run.flushArrived()
    }
}
