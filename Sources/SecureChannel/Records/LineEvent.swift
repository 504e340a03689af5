/// What happens to a line besides messages: fired inbound as user events; ``end`` also goes outbound.
package enum LineEvent: Sendable, Equatable {
    /// Inbound: the peer sends nothing more; one may go on sending. Outbound: this end sends nothing more, but goes on
    /// receiving.
    case end
    /// Inbound, at the client: the relay has accepted the hello.
    case accepted
    /// Outbound, at the relay: one sealed record that says why, then the end.
    case refuse(Refusal)
}
