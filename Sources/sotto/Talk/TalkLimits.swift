/// Every bound of the talk between two ends, with its unit.
enum TalkLimits {
    static let textBytesMax = 16_384
    /// Session and number before a text.
    static let headerByteCount = 16
    /// Messages on their way that the other end hasn't acknowledged. One that sends more is cut off.
    static let unacknowledgedMax = 256
    /// Messages that wait for a line or an acknowledgement; one more is refused to whoever typed it.
    static let waitingMax = 10_000
    /// Devices whose talk is kept while their line is lost.
    static let absentDevicesMax = 1_024
}
