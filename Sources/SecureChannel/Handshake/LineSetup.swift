package import NIOCore

/// What both ends put on a channel once its handshake is done.
package struct LineSetup: Sendable {
    package let limits: MessageLimits
    package let handshakeDeadline: TimeAmount
    /// Adds the handlers that talk over the line. Runs on the channel's event loop, before the first message.
    package let onLine: @Sendable (any Channel, LinePeer) throws -> Void

    package init(
        limits: MessageLimits, handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline,
        onLine: @escaping @Sendable (any Channel, LinePeer) throws -> Void
    ) {
        self.limits = limits
        self.handshakeDeadline = handshakeDeadline
        self.onLine = onLine
    }

    func install(
        _ transport: consuming LineTransport, peer: LinePeer, after handler: some ChannelHandler,
        context: ChannelHandlerContext
    ) throws {
        let pipeline = context.pipeline.syncOperations
        let records = RecordHandler(transport: transport, limits: limits, end: peer.role)
        try pipeline.addHandler(records, position: .after(handler))
        try onLine(context.channel, peer)
    }
}
