import Identity
import Logging
import NIOCore
import Relay
import SecureChannel

/// How a relay is started: where it listens, whom it serves, what it keeps.
struct RelayStart: Sendable {
    let listening: ListeningOptions
    let limits: RelayLimits
    let allowed: AllowListFile?
    /// Served whatever the list says; nothing: nobody.
    let owner: IdentityKey?
    let logger: Logger

    /// - Parameter command: the one that was given.
    /// - Throws: ``Failure``.
    func start(_ home: RelayHome, on addresses: [SocketAddress], of command: String) async throws -> StoredRelay {
        do {
            return try await StoredRelay.start(configuration(home), home: home, on: addresses, logger: logger)
        } catch let error as ListenError {
            throw Failure(error, of: command)
        }
    }

    private func configuration(_ home: RelayHome) -> RelayServer.Configuration {
        RelayServer.Configuration(
            identity: RelayLineIdentity(secretKey: home.key, isSilent: listening.silent), limits: limits,
            connectionLimits: listening.connectionLimits, policy: policy,
            wallClockSeconds: { Int64(SystemClock.millisecondsSince1970 / 1_000) }, logger: logger,
            threadCount: listening.threadCount)
    }

    private func policy(_ hello: Hello) -> Refusal? {
        let identity = hello.credential.identityKey
        if let owner, owner.isSame(as: identity) { return nil }
        guard let allowed, !allowed.allows(identity) else { return nil }
        logger.info("not on the allow list", metadata: ["identity": "\(Fingerprint(of: identity).logged)"])
        return .notAllowed
    }
}
