import NIOCore
import Testing

@testable import SecureChannel

struct HandshakeFramesTests {
    @Test func gathersAMessageByteByByte() throws {
        var frames = HandshakeFrames()
        let message = [UInt8](1...48)
        for byte in HandshakeFrames.framed(message).bytes {
            #expect(try frames.next(of: 48...48) == nil)
            frames.receive(ByteBuffer(bytes: [byte]))
        }
        #expect(try frames.next(of: 48...48) == message)
        #expect(try frames.next(of: 48...48) == nil)
        #expect(frames.takeRest() == nil)
    }

    @Test(arguments: [63, 1_025])
    func refusesALengthOutOfBoundsBeforeAByteOfTheMessage(length: UInt16) {
        var frames = HandshakeFrames()
        frames.receive(ByteBuffer(integer: length))
        #expect(throws: LineError.malformed) { try frames.next(of: 64...1_024) }
    }

    @Test(arguments: [64, 1_024])
    func takesALengthAtEitherBound(length: Int) throws {
        var frames = HandshakeFrames()
        frames.receive(HandshakeFrames.framed([UInt8](repeating: 1, count: length)))
        #expect(try frames.next(of: 64...1_024)?.count == length)
    }

    @Test func handsOverWhatCameBehindTheLastMessage() throws {
        var frames = HandshakeFrames()
        var bytes = HandshakeFrames.framed([UInt8](repeating: 1, count: 96))
        bytes.writeBytes([7, 8, 9])
        frames.receive(bytes)
        #expect(try frames.next(of: 96...96)?.count == 96)
        #expect(frames.takeRest()?.bytes == [7, 8, 9])
        #expect(frames.takeRest() == nil)
    }
}
