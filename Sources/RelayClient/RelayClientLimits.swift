package import NIOCore

/// Every bound of the client's end, with its unit.
package enum RelayClientLimits {
    /// Requests on their way at once. A relay stops reading at 256.
    package static let requestsInFlightMax = 128
    /// Requests that wait for their turn, for a line, or for an answer.
    package static let requestsMax = 16_384
    /// Bytes of bodies in them. A single one is taken whatever its size.
    package static let requestBytesMax = 64 << 20
    /// Bytes of bodies that are laid out before the socket is given them.
    package static let requestBytesAtOnce = 256 << 10

    /// Events that wait to be taken, before nothing more is read.
    package static let eventsHigh = 4_096
    /// Bytes of bodies in them, before nothing more is read.
    package static let eventBytesHigh = 8 << 20
    /// What an entry takes besides its body.
    static let entryOverheadBytes = 128
    /// Events that may still wait when it is read again.
    package static let eventsLow = 1_024
    /// Bytes of bodies that may still wait when it is read again.
    package static let eventBytesLow = 2 << 20
    /// How long a line is left unread. The relay gives up a silent line after a minute.
    static let pauseMax = TimeAmount.seconds(15)

    /// How long a relay may take, from the handshake on, to answer the start and to open again what was open.
    static let startDeadline = TimeAmount.seconds(30)
    /// How long an end waits for what is unanswered.
    static let closingDeadline = TimeAmount.seconds(10)
    /// A line that stood as long counts as one that works: the next wait is short again.
    package static let longStanding = TimeAmount.seconds(30)
    /// What a relay may at most have one wait before a request is asked again.
    static let tooOftenSecondsMax: UInt64 = 60
}
