import Foundation
import Identity
import NIOCore
import SecureChannel

/// A relay under attack: `sotto server` as it was built, or its line alone, in this process.
struct AttackedRelay {
    let port: Int
    let key: RelayKey
    /// The line alone; `sotto server` is asked for its figures.
    let loopback: LoopbackRelay?
    let server: RelayProcess?

    enum Kind: String, CaseIterable, Sendable { case line, server }

    /// Those that can be had here.
    static let kinds: [Kind] = BuiltProgram.isMissing ? [.line] : Kind.allCases

    /// - Parameter deadline: of a handshake, where there is the line alone.
    static func run(
        _ kind: Kind, isSilent: Bool = false, deadline: TimeAmount = .seconds(10),
        _ body: (AttackedRelay) async throws -> Void
    ) async throws {
        switch kind {
        case .line:
            try await LoopbackRelay.run(isSilent: isSilent, deadline: deadline) { relay in
                try await body(AttackedRelay(port: relay.port, key: relay.key, loopback: relay, server: nil))
            }
        case .server:
            let temporary = TemporaryFolder()
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"), ["--metrics", "0"] + (isSilent ? ["--silent"] : []))
            try await body(AttackedRelay(port: server.port, key: server.key, loopback: nil, server: server))
            server.process.signal(SIGTERM)
            if await server.process.status(within: 60) != 0 { throw RawLine.Failed(step: "stop") }
        }
    }

    /// How long somebody takes who means well: to log in, and at `sotto server` to have an entry on its disk.
    func honestDeed() throws -> Duration {
        guard let server else { return try loopback?.honestLogin() ?? .zero }
        let clock = ContinuousClock()
        let start = clock.now
        let room = AttackRoom()
        let line = try server.member(of: room, as: Person("Honest"))
        guard try line.ask(room.message([2])).number == 2 else { throw RawLine.Failed(step: "append") }
        return start.duration(to: clock.now)
    }

    /// Connections that have proven who they are.
    var servedCount: Int {
        get throws {
            if let loopback { return loopback.gate.authenticatedCount }
            return Int(try server?.figure("sotto_connections") ?? -1)
        }
    }
}
