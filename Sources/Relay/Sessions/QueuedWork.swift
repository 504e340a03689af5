import Identity

/// Requests that somebody brought at one time, as far as their place in the queue goes.
protocol QueuedWork: Sendable {
    var account: IdentityKey { get }
    var requestCount: Int { get }
    var byteCount: Int { get }
}
