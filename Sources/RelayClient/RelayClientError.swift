package import RelayProtocol

/// Why a request has no answer, or a client no relay.
package enum RelayClientError: Error, Equatable, Sendable {
    /// The line can't be had, and dialling again doesn't help: a changed key, a refusal. Or the first dial failed.
    case line(RelayLineError)
    /// The line broke before the answer came, and asking again could do it twice.
    case lost
    /// The relay has said no; nothing was done. The number means what ``RefusalCode`` says.
    case refused(RefusalCode, detail: UInt64)
    /// The relay's answer isn't one to this request.
    case malformed
    /// A part of the request is longer than the protocol allows.
    case tooLarge
    /// Too many requests wait already, or too many bytes in them. Nothing was sent.
    case tooMany
    /// This client has been closed.
    case closed
    /// Nobody waits for the answer any more. What was sent stays sent.
    case cancelled
}
