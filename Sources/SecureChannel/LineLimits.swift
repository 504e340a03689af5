package import NIOCore

/// Every bound of the line, with its unit.
package enum LineLimits {
    /// Bytes of the length before each handshake message and record.
    static let lengthByteCount = 2
    static let tagByteCount = 16
    package static let recordPlaintextBytes = 1...65_519
    static let recordBytes = 17...65_535

    /// Ephemeral key and mac1.
    static let message1Bytes = 48...48
    /// Ephemeral key, sealed static key, sealed empty payload.
    static let message2Bytes = 96...96
    /// Sealed static key, sealed hello.
    static let message3Bytes = (48 + 16)...1_024

    /// Length and kind before each message's body.
    static let messageHeaderByteCount = 5
    /// A message's body, whatever its kind. Kinds set lower limits of their own.
    static let messageBodyBytesMax = (8 << 20) + (64 << 10)
    /// A ping's body, which comes back in the pong.
    static let pingBodyBytesMax = 16
    static let refusalBodyBytesMax = 1

    /// Sealed bytes that may wait for a peer that doesn't read. One past it, the line ends.
    static let queuedBytesMax = 20 << 20
    /// From this many sealed bytes that wait for the socket on, a line isn't writable.
    package static let queuedBytesHigh = 256 << 10
    /// Below this many it is writable again.
    package static let queuedBytesLow = 64 << 10
    /// Bytes of messages that haven't come whole, of all lines of an event loop. One past it, of the peer that holds most
    /// the line whose message was begun first ends.
    static let unfinishedBytesMax = 64 << 20
    /// A line whose unfinished message has no more bytes doesn't count.
    static let unfinishedBytesFree = 64 << 10
    /// Sealed bytes that wait for peers that don't read, of all lines of an event loop. One past it, of the peer for whom
    /// most waits the line that holds most ends.
    static let unsentBytesMax = 128 << 20
    /// A line that holds no more of them doesn't count.
    static let unsentBytesFree = 16 << 10
    /// Bytes that one read takes at most: nearly the largest record.
    static let readBytesMax = 64 << 10
    /// Bytes that a connection's first read takes at most: message 1 and its length.
    static let firstReadBytesMax = 64
    /// Buffers that an event loop keeps for what its lines write next.
    static let spareWriteBuffersMax = 256
    /// Bytes of the largest of them.
    static let spareWriteBytesMax = 16 << 10

    /// How long a relay that has no descriptor left leaves those who knock waiting.
    static let acceptPause = TimeAmount.milliseconds(500)
    package static let handshakeDeadline = TimeAmount.seconds(10)
    static let connectTimeout = TimeAmount.seconds(10)
    /// How often an end looks whether anything came. Where nothing did, it asks; where nothing came by the next time,
    /// the other isn't there. So it asks after one to two of these, and gives up after one more.
    static let pingInterval = TimeAmount.seconds(30)
    /// Parts of an interval, each the turn of some of a loop's lines.
    static let pingTurnCount = 32
    /// How long a refused or ended line may take to close.
    static let lingerDeadline = TimeAmount.seconds(5)

    /// Hellos whose signatures are remembered as good.
    static let rememberedHellosMax = 65_536
    /// Devices whose highest serial is remembered. One past it, ``RememberedSerials/WhenFull`` decides.
    static let rememberedDevicesMax = 1_048_576
}
