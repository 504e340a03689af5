import NIOCore

@testable import SecureChannel

/// Two ends and the wire between them.
struct EmbeddedPair {
    let client: EmbeddedEnd
    let server: EmbeddedEnd

    /// Two lines whose handshakes lie behind them.
    static func lines(limits: MessageLimits = .open) throws -> EmbeddedPair {
        let ends = try Transports.make()
        let server = LineTransport(ends.server)
        let client = LineTransport(ends.client)
        return EmbeddedPair(
            client: try .line(sending: client, as: .client, limits: limits),
            server: try .line(sending: server, limits: limits))
    }

    /// Carries bytes both ways until nobody has anything to say, `pieceByteCount` at a time; then the FINs.
    func exchange(pieceByteCount: Int = .max) {
        var isQuiet = false
        while !isQuiet {
            isQuiet = true
            for (from, to) in [(client, server), (server, client)] {
                var bytes = from.wire.take()
                while bytes.readableBytes > 0 {
                    isQuiet = false
                    to.receive(bytes.readSlice(length: min(pieceByteCount, bytes.readableBytes)) ?? ByteBuffer())
                }
            }
        }
        settle()
    }

    func settle() {
        client.settle()
        server.settle()
    }
}
