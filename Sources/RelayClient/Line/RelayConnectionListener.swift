package import RelayProtocol
package import SecureChannel

/// Who hears what a relay says on one line. All calls come on the line's event loop.
package protocol RelayConnectionListener: AnyObject {
    /// The relay has answered to ``Start``: now it may be asked.
    func connection(_ connection: RelayConnection, started: Result<RelayAnswer, RelayClientError>)

    /// A message that is no answer: an event, or of a kind that this version doesn't know.
    func connection(_ connection: RelayConnection, heard message: LineMessage)

    /// What had arrived has been heard.
    func connectionHeardAll(_ connection: RelayConnection)

    /// What was sent has left.
    func connectionDrained(_ connection: RelayConnection)

    /// The last call. All requests have been replied to.
    func connection(_ connection: RelayConnection, ended error: LineError?)
}

extension RelayConnectionListener {
    package func connectionHeardAll(_ connection: RelayConnection) {}
    package func connectionDrained(_ connection: RelayConnection) {}
}
