/// Recognises what the other end says again after a lost line, so that each message is shown once.
struct TalkInbox: Sendable {
    enum Verdict: Equatable, Sendable {
        /// Show it, then acknowledge.
        case new
        /// Shown before: acknowledge only.
        case known
        /// More is on its way to the screen than the other end may send without an acknowledgement.
        case tooMuch
    }

    private var session: TalkSession?
    private var highest: UInt64 = 0
    private var shown: UInt64 = 0
    private var unshownCount = 0

    /// Nothing is on its way to the screen.
    var isShown: Bool { unshownCount == 0 }

    mutating func receive(_ session: TalkSession, number: UInt64) -> Verdict {
        if session != self.session {
            self.session = session
            highest = 0
            shown = 0
        }
        guard number > highest else { return .known }
        guard unshownCount < TalkLimits.unacknowledgedMax else { return .tooMuch }
        highest = number
        unshownCount += 1
        return .new
    }

    /// It is on the screen. The acknowledgement to send.
    mutating func show(_ session: TalkSession, number: UInt64) -> TalkMessage {
        unshownCount = max(0, unshownCount - 1)
        if session == self.session { shown = max(shown, number) }
        return .received(session, upTo: number)
    }

    /// The acknowledgement of something known, if it is on the screen by now; else it follows when it is.
    func acknowledgementOfKnown(_ session: TalkSession, number: UInt64) -> TalkMessage? {
        number <= shown ? .received(session, upTo: shown) : nil
    }
}
