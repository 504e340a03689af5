import Identity
import Logging
import NIOCore
import NIOEmbedded
import Sodium

@testable import SecureChannel

/// One end of a line without a socket: bytes go in and out by hand, and so does time.
final class EmbeddedEnd {
    let channel = EmbeddedChannel()
    let wire = Wire()
    let recorder = Recorder()
    /// How a client's handshake went.
    private(set) var outcome: Result<LinePeer, any Error>?

    private init() throws { try channel.pipeline.syncOperations.addHandler(wire) }

    /// A line whose handshake lies behind it.
    static func line(
        sending: consuming LineTransport, as role: LineRole = .relay, limits: MessageLimits = .open,
        owner: LineOwner = .someone
    ) throws -> EmbeddedEnd {
        let end = try EmbeddedEnd()
        try end.connect()
        let handler = RecordHandler(
            transport: sending, limits: limits, end: role, owner: owner, eventLoop: end.channel.eventLoop)
        try end.channel.pipeline.syncOperations.addHandlers([handler, end.recorder])
        return end
    }

    /// A line whose handshake lies behind it, with a session on it in place of handlers.
    static func line(
        sending: consuming LineTransport, as role: LineRole = .relay, session: SessionRecorder
    ) throws -> EmbeddedEnd {
        let end = try EmbeddedEnd()
        try end.connect()
        let handler = RecordHandler(
            transport: sending, limits: .open, end: role, owner: .someone, eventLoop: end.channel.eventLoop)
        try end.channel.pipeline.syncOperations.addHandler(handler)
        session.line = handler
        handler.hand(over: session)
        return end
    }

    static func client(
        _ identity: ClientLineIdentity = Person().lineIdentity, pin: RelayKey?,
        deadline: TimeAmount = LineLimits.handshakeDeadline
    ) throws -> EmbeddedEnd {
        let end = try EmbeddedEnd()
        let promise = end.channel.eventLoop.makePromise(of: LinePeer.self)
        promise.futureResult.assumeIsolated().whenComplete { [unowned end] in end.outcome = $0 }
        let handler = InitiatorHandshakeHandler(
            identity: identity, pin: pin, setup: end.setup(deadline), outcome: promise)
        try end.channel.pipeline.syncOperations.addHandler(handler)
        try end.connect()
        return end
    }

    static func relay(_ relay: Relay, deadline: TimeAmount = LineLimits.handshakeDeadline) throws -> EmbeddedEnd {
        let end = try EmbeddedEnd()
        return try end.beRelay(relay, setup: end.setup(deadline))
    }

    /// The relay's end, with what `setup` puts on its line.
    static func relay(_ relay: Relay, setup: LineSetup) throws -> EmbeddedEnd {
        try EmbeddedEnd().beRelay(relay, setup: setup)
    }

    private func beRelay(_ relay: Relay, setup: LineSetup) throws -> EmbeddedEnd {
        guard let visitor = relay.gate.enter(from: "a") else { throw LineError.refused(.overLimit) }
        let handler = ResponderHandshakeHandler(
            identity: relay.identity, setup: setup, admission: relay.admission, visitor: visitor,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        channel.closeFuture.whenComplete { _ in visitor.leave() }
        try channel.pipeline.syncOperations.addHandler(handler)
        try connect()
        return self
    }

    private func setup(_ deadline: TimeAmount) -> LineSetup {
        let recorder = recorder
        return LineSetup(limits: .open, handshakeDeadline: deadline) { channel, peer in
            recorder.peers.append(peer)
            try channel.pipeline.syncOperations.addHandler(recorder)
        }
    }

    private func connect() throws {
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    var isOpen: Bool { channel.isActive }
    var outcomeError: LineError? {
        guard case .failure(let error)? = outcome else { return nil }
        return error as? LineError
    }

    func receive(_ bytes: ByteBuffer) {
        guard bytes.readableBytes > 0, isOpen else { return }
        channel.pipeline.fireChannelRead(bytes)
        channel.pipeline.fireChannelReadComplete()
    }

    /// The other end's FIN.
    func receiveFIN() { channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }

    func say(_ message: LineMessage) { channel.writeAndFlush(message, promise: nil) }
    func trigger(_ event: LineEvent) { channel.triggerUserOutboundEvent(event, promise: nil) }
    func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }
    /// What was put off until the present code has returned.
    func settle() { channel.embeddedEventLoop.run() }
}

extension MessageLimits {
    /// Everything that the line can carry.
    static let open = MessageLimits { _ in .max }
}

extension LineOwner {
    static var someone: LineOwner { .account(IdentityKey(Ed25519.SecretKey().publicKey)) }
}
