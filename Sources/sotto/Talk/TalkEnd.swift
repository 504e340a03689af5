import NIOCore
import SecureChannel

/// Whoever is told what happens on one line. Called on that line's event loop.
protocol TalkEnd: AnyObject, Sendable {
    /// Messages may be sent from now on.
    func lineOpened(_ channel: any Channel)
    func received(_ message: TalkMessage, on channel: any Channel)
    /// The other end is a relay that keeps rooms: nobody talks there.
    func foundNoTalk(_ channel: any Channel)
    /// The other end says nothing more; it still listens.
    func peerEnded(_ channel: any Channel)
    /// The line is over; `error` is nil if both had said `end`.
    func lineClosed(_ channel: any Channel, error: LineError?)
}
