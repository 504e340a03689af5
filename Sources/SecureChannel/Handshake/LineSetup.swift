package import NIOCore

/// What both ends put on a channel once its handshake is done.
package struct LineSetup: Sendable {
    private enum Top: Sendable {
        case handlers(@Sendable (any Channel, LinePeer) throws -> Void)
        case session(@Sendable (any LineOutput, LinePeer) -> any LineSession)
    }

    package let limits: MessageLimits
    package let handshakeDeadline: TimeAmount
    private let top: Top

    /// - Parameter onLine: adds the handlers that talk over the line. Runs on the channel's event loop, before the first
    ///   message.
    package init(
        limits: MessageLimits, handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline,
        onLine: @escaping @Sendable (any Channel, LinePeer) throws -> Void
    ) {
        self.limits = limits
        self.handshakeDeadline = handshakeDeadline
        top = .handlers(onLine)
    }

    /// - Parameter session: makes what talks over the line. Runs on the channel's event loop, before the first message;
    ///   what it appends leaves with the relay's `accepted`. The line holds the session until its last call.
    package init(
        limits: MessageLimits, handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline,
        session: @escaping @Sendable (any LineOutput, LinePeer) -> any LineSession
    ) {
        self.limits = limits
        self.handshakeDeadline = handshakeDeadline
        top = .session(session)
    }

    /// - Returns: the line, to be flushed: at the relay it holds `accepted`, its first message.
    func install(
        _ transport: consuming LineTransport, peer: LinePeer, after handler: some ChannelHandler,
        context: ChannelHandlerContext
    ) throws -> RecordHandler {
        let line = RecordHandler(
            transport: transport, limits: limits, end: peer.role, owner: peer.owner,
            eventLoop: context.eventLoop)
        try context.pipeline.syncOperations.addHandler(line, position: .after(handler))
        if peer.role == .relay { try line.append(LineMessage(kind: .accepted)) }
        switch top {
        case .handlers(let add): try add(context.channel, peer)
        case .session(let make): line.hand(over: make(line, peer))
        }
        return line
    }
}
