/// What sits directly on a line, in place of channel handlers: many lines to a process, or many messages a second.
///
/// All calls come on the line's event loop. ``LineOutput`` may be used in each of them.
package protocol LineSession: AnyObject {
    /// At the client: the relay has accepted the hello.
    func accepted()

    /// A message of the application, whole and within its kind's limit. Its body is a slice of all that one
    /// read brought: copy what is kept for long.
    func receive(_ message: LineMessage)

    /// Everything that had arrived was received: the moment to flush the answers, so that they share a record.
    func receivedAll()

    /// The line is writable again.
    func drained()

    /// The peer says nothing more; one may go on sending.
    func peerEnded()

    /// The last call: the line is closed, or closes now.
    ///
    /// - Parameter error: why it was cut; `nil` if both ends had ended it.
    func lineEnded(_ error: LineError?)
}

extension LineSession {
    package func accepted() {}
}
