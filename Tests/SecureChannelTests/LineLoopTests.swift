import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// What the lines of one loop share.
struct LineLoopTests {
    private let loop = LineLoop.of(EmbeddedEventLoop())

    @Test func isTheSameForAllLinesOfALoopAndAnotherForEachLoop() {
        let (first, second) = (EmbeddedEventLoop(), EmbeddedEventLoop())
        let known = LineLoop.of(first)
        #expect(LineLoop.of(first) === known)
        #expect(LineLoop.of(second) !== known)
        #expect(LineLoop.of(second).eventLoop === second)
    }

    @Test func lendsAnEmptyBuffer() {
        let buffer = loop.takeReadBuffer()
        #expect(buffer.readableBytes == 0)
        #expect(buffer.writableBytes >= LineLimits.readBytesMax)
    }

    @Test func neverWritesOverWhatSomebodyStillHolds() {
        var buffer = loop.takeReadBuffer()
        buffer.writeString("kept")
        let held = buffer
        loop.giveBack(read: buffer)
        var next = loop.takeReadBuffer()
        #expect(next.readableBytes == 0)
        next.writeString("over")
        #expect(held.bytes == Array("kept".utf8))
    }

    @Test func keepsNoSmallBufferForReading() {
        loop.giveBack(read: ByteBuffer(bytes: [1]))
        #expect(loop.takeReadBuffer().writableBytes >= LineLimits.readBytesMax)
    }

    @Test(arguments: [0, 1])
    func keepsNoMoreBuffersForWritingThanItsLimit(beyond: Int) {
        let count = LineLimits.spareWriteBuffersMax + beyond
        for _ in 0..<count { loop.giveBack(written: ByteBufferAllocator().buffer(capacity: 64)) }
        var kept = 0
        while loop.takeWriteBuffer() != nil { kept += 1 }
        #expect(kept == LineLimits.spareWriteBuffersMax)
    }

    @Test func keepsNoLargeBufferForWriting() {
        let allocator = ByteBufferAllocator()
        loop.giveBack(written: allocator.buffer(capacity: LineLimits.spareWriteBytesMax + 1))
        #expect(loop.takeWriteBuffer() == nil)
        loop.giveBack(written: allocator.buffer(capacity: LineLimits.spareWriteBytesMax))
        #expect(loop.takeWriteBuffer() != nil)
    }
}
