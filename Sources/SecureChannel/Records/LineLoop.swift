import NIOCore
import NIOPosix

/// What the lines of one event loop share: the buffer into which they read, those in which they lay out records, the
/// timer that asks after silence, and the bounds of what hasn't come whole or hasn't left.
///
/// Buffers and a timer for each line would cost an idle one more memory than all else that it needs.
final class LineLoop {
    private static let ofThread = ThreadSpecificVariable<NIOLoopBoundBox<LineLoop>>()

    let eventLoop: any EventLoop
    let pings: PingTurns
    let unfinished = UnfinishedMessages()
    let unsent = UnsentBytes()
    private var readBuffer: ByteBuffer?
    private var writeBuffers: [ByteBuffer] = []

    /// To be called on `eventLoop`.
    static func of(_ eventLoop: any EventLoop) -> LineLoop {
        // Embedded loops may share a thread.
        if let known = ofThread.currentValue, known.eventLoop === eventLoop { return known.value }
        let new = LineLoop(eventLoop)
        ofThread.currentValue = NIOLoopBoundBox(new, eventLoop: eventLoop)
        return new
    }

    private init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        pings = PingTurns(eventLoop)
    }

    /// An empty buffer for one read.
    func takeReadBuffer() -> ByteBuffer {
        guard var buffer = readBuffer.take() else {
            return ByteBufferAllocator().buffer(capacity: LineLimits.readBytesMax)
        }
        // Where somebody still holds a slice, this makes a new one.
        buffer.clear()
        return buffer
    }

    /// What was read has been copied: the next read may have the buffer.
    func giveBack(read buffer: ByteBuffer) {
        if buffer.storageCapacity >= LineLimits.readBytesMax { readBuffer = buffer }
    }

    /// An empty buffer for one flush; `nil` if there is none to spare.
    func takeWriteBuffer() -> ByteBuffer? { writeBuffers.popLast() }

    /// What was laid out in `buffer` has left, it is empty and nobody else's.
    func giveBack(written buffer: ByteBuffer) {
        guard buffer.storageCapacity <= LineLimits.spareWriteBytesMax,
            writeBuffers.count < LineLimits.spareWriteBuffersMax
        else { return }
        writeBuffers.append(buffer)
    }
}
