import FuzzSupport
package import Identity
import Logging
import NIOCore
package import NIOEmbedded
package import SecureChannel
import Sodium

/// A client and a relay whose bytes this program carries from one to the other.
package struct LineEnds {
    private static let relayKey = X25519.SecretKey()

    package let loop = EmbeddedEventLoop()
    package let client: LineEnd
    package let relay: LineEnd
    private let outcome: EventLoopPromise<LinePeer>

    /// The relay's public key, which the client has pinned.
    package static var pin: RelayKey { RelayKey(relayKey.publicKey) }

    /// - Parameter hello: what the client says of itself.
    package init(hello: [UInt8], isSilent: Bool = false, limits: MessageLimits) throws {
        let (clientSees, relaySees) = (SeenByApplication(), SeenByApplication())
        outcome = loop.makePromise(of: LinePeer.self)
        let identity = ClientLineIdentity(lineKey: Person.ann.line, hello: hello)
        client = try LineEnd(
            loop: loop, seen: clientSees,
            handler: LineDialer(group: loop, identity: identity).makeHandler(
                pin: Self.pin, setup: clientSees.setup(limits), outcome: outcome))
        relay = try LineEnd(
            loop: loop, seen: relaySees,
            handler: try Self.relayHandler(isSilent: isSilent, setup: relaySees.setup(limits)))
    }

    /// Both ends go, as after a broken connection.
    package func close() {
        client.close()
        relay.close()
        loop.run()
        // A promise that nobody keeps would trap.
        outcome.fail(LineError.lost)
        expect(client.seen.peer != nil || !client.channel.isActive, "a client without a line stays connected")
    }

    private static func relayHandler(isSilent: Bool, setup: LineSetup) throws -> any ChannelHandler {
        let gate = ConnectionGate(limits: ConnectionLimits())
        let configuration = LineServer.Configuration(
            identity: RelayLineIdentity(secretKey: relayKey, isSilent: isSilent), setup: setup,
            admission: Admission(serials: RememberedSerials()) { _ in nil }, gate: gate,
            logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() })
        guard let visitor = gate.enter(from: "fuzz") else { fatalError("the gate is empty") }
        return configuration.makeHandler(for: visitor)
    }
}
