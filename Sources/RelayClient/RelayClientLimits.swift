import NIOCore

/// Every bound of the client's end, with its unit.
package enum RelayClientLimits {
    /// Requests on their way at once. A relay stops reading at 256.
    package static let requestsInFlightMax = 128
    /// Requests that wait for their turn, or for a line.
    package static let requestsWaitingMax = 65_536
    /// Events that wait to be read, before the line is left unread.
    static let eventsHigh = 4_096
    /// Events that may still wait when it is read again.
    static let eventsLow = 1_024
    /// How long an end waits for what is unanswered.
    static let closingDeadline = TimeAmount.seconds(10)
    /// A line that stood as long counts as one that works.
    static let longStanding = TimeAmount.seconds(30)
}
