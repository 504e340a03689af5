package import Identity
package import Logging
package import NIOCore
package import SecureChannel

extension RelayServer {
    package struct Configuration: Sendable {
        let identity: RelayLineIdentity
        package let limits: RelayLimits
        let connectionLimits: ConnectionLimits
        let policy: @Sendable (Hello) -> Refusal?
        let wallClockSeconds: @Sendable () -> Int64
        let logger: Logger
        let threadCount: Int
        let handshakeDeadline: TimeAmount

        /// - Parameters:
        ///   - policy: has the last word about a hello that is good: an allow list.
        ///   - wallClockSeconds: since 1970, UTC. Links expire by it; nothing else does.
        ///   - threadCount: event loops, 1 to ``SessionLimits/loopsMax``. Committing and reading have threads of their
        ///     own.
        package init(
            identity: RelayLineIdentity, limits: RelayLimits, connectionLimits: ConnectionLimits,
            policy: @escaping @Sendable (Hello) -> Refusal? = { _ in nil },
            wallClockSeconds: @escaping @Sendable () -> Int64, logger: Logger, threadCount: Int,
            handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline
        ) {
            self.identity = identity
            self.limits = limits
            self.connectionLimits = connectionLimits
            self.policy = policy
            self.wallClockSeconds = wallClockSeconds
            self.logger = logger
            self.threadCount = min(max(1, threadCount), SessionLimits.loopsMax)
            self.handshakeDeadline = handshakeDeadline
        }
    }
}
