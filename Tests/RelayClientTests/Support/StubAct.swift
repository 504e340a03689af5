import RelayProtocol

/// What a stub relay does with one request.
enum StubAct {
    case serve
    /// The line is cut as if the request had never come.
    case cutBefore
    /// It is done, and the line is cut before anybody is told.
    case cutAfter
    case refuse(RefusalCode, detail: UInt64 = 0)
    case answer(RelayAnswer)
    case answerTwice
    /// Before the answer comes one to a number that nobody has asked.
    case answerStranger
    /// Before the answer come kinds that nobody knows.
    case sayUnknown
    /// The answer's last byte is missing.
    case answerMalformed
    /// Before the answer comes an event that isn't one.
    case sayMalformed
    case keepSilent
}
