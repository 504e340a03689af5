/// Every bound of the talk between two ends, with its unit.
enum TalkLimits {
    static let textBytesMax = 16_384
    /// Session and number before a text.
    static let headerByteCount = 16
    /// A refusal by a relay that keeps rooms and knows nothing of talks.
    static let relayAnswerBytesMax = 64
    /// Messages on their way that the other end hasn't acknowledged. One that sends more is cut off.
    static let unacknowledgedMax = 256
    /// Messages that wait for a line or an acknowledgement; one more is refused to whoever typed it.
    static let waitingMax = 10_000
    /// What is on its way to the screen, of all together: bytes of text, and of what each message takes besides.
    static let unshownBytesMax = 64 << 20
    static let unshownOverheadBytes = 1_024
    /// Devices whose talk is kept while they have no line.
    static let absentDevicesMax = 1_024
}
