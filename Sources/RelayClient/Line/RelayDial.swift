package import Identity
package import NIOCore
package import SecureChannel

/// How a client gets a line to its relay.
package struct RelayDial: Sendable {
    package let address: RelayAddress
    package let pin: RelayKey
    package let dialer: LineDialer
    package let backoff: Backoff
    package let handshakeDeadline: TimeAmount

    /// - Parameters:
    ///   - dialer: whatever group it has, lines live on the client's own loop.
    ///   - backoff: how long to wait after a line that was lost.
    package init(
        address: RelayAddress, pin: RelayKey, dialer: LineDialer, backoff: Backoff = Backoff(),
        handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline
    ) {
        self.address = address
        self.pin = pin
        self.dialer = dialer
        self.backoff = backoff
        self.handshakeDeadline = handshakeDeadline
    }

    /// Dials once. The task's end is the attempt's; cancelling it gives it up.
    ///
    /// - Parameters:
    ///   - made: called on the line's event loop, before the relay has said whether it accepts who dials.
    ///   - failed: called on `loop`.
    func start(
        on loop: any EventLoop, made: @escaping @Sendable (any LineOutput, LinePeer) -> any LineSession,
        failed: @escaping @Sendable (LineError) -> Void
    ) -> Task<Void, Never> {
        let setup = RelayConnection.setup(handshakeDeadline: handshakeDeadline, session: made)
        // What is made there belongs to the client, and touches nothing from another loop.
        let dialer = dialer.on(loop)
        return Task {
            do throws(LineError) {
                _ = try await dialer.dial(host: address.host.text, port: address.port, pin: pin, setup: setup)
            } catch {
                loop.execute { failed(error) }
            }
        }
    }
}
