import Identity
import NIOCore

/// A relay that listens, as far as `sotto server` has to do with it.
protocol ServedRelay: Sendable {
    /// Where it really listens: a requested port 0 became a number.
    var addresses: [SocketAddress] { get }
    /// How it does; never waits long.
    var metrics: [Metric] { get }

    /// Refuses to serve on whoever is here and for whom `isUnwanted` holds.
    ///
    /// - Returns: how many lines that ended.
    func cutOff(where isUnwanted: @escaping @Sendable (IdentityKey) -> Bool) async -> Int

    /// Returns once everything that must move has moved.
    func probe() async

    /// Takes nothing new, finishes what it has begun, tells every line, and closes what it keeps.
    func stop() async
}
