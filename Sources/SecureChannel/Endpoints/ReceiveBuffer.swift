import NIOCore

/// Makes all lines of a loop read into its one buffer.
///
/// NIO keeps each channel's first buffer for as long as the channel lives, hence a small one. Later ones it throws away
/// if it reads once a turn and the next might be larger; elsewise they would only be kept, which costs memory and
/// nothing else.
struct ReceiveBuffer: RecvByteBufferAllocator {
    private let loop: NIOLoopBound<LineLoop>
    private var isFirst = true

    /// To be called on `eventLoop`.
    init(on eventLoop: any EventLoop) { loop = NIOLoopBound(LineLoop.of(eventLoop), eventLoop: eventLoop) }

    func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
        isFirst ? allocator.buffer(capacity: LineLimits.firstReadBytesMax) : loop.value.takeReadBuffer()
    }

    mutating func record(actualReadBytes: Int) -> Bool {
        isFirst = false
        return true
    }
}

extension Channel {
    /// How a line wants its channel, before anything is read. To be called on the channel's event loop.
    func prepareForLine() throws {
        guard let options = syncOptions else { return }
        try options.setOption(.allowRemoteHalfClosure, value: true)
        try options.setOption(.recvAllocator, value: ReceiveBuffer(on: eventLoop))
        try options.setOption(.maxMessagesPerRead, value: 1)
        let marks = ChannelOptions.Types.WriteBufferWaterMark(
            low: LineLimits.queuedBytesLow, high: LineLimits.queuedBytesHigh)
        try options.setOption(.writeBufferWaterMark, value: marks)
    }
}
