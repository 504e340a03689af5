/// How many connections a relay holds. Each is a count of connections.
package struct ConnectionLimits: Sendable, Equatable {
    /// Before their login, in all.
    package var unprovenMax = 1_024
    /// Before their login, from one address (IPv6: one /64).
    package var unprovenPerAddressMax = 32
    /// After their login, in all.
    package var connectionsMax = 20_000
    /// After their login, from one address (IPv6: one /64).
    package var connectionsPerAddressMax = 256

    package init() {}
}
