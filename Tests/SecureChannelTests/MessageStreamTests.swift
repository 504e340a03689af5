import NIOCore
import Testing

@testable import SecureChannel

struct MessageStreamTests {
    private func stream(_ max: Int = 100) -> MessageStream { MessageStream(limits: MessageLimits { _ in max }) }

    private func header(_ length: UInt32, kind: UInt8 = 16) -> ByteBuffer {
        var buffer = ByteBuffer(integer: length)
        buffer.writeInteger(kind)
        return buffer
    }

    @Test func takesABodyAtItsKindsLimitAndRefusesOneByteMore() throws {
        var messages: [LineMessage] = []
        var fits = stream()
        var bytes = header(100)
        bytes.writeBytes([UInt8](repeating: 1, count: 100))
        try fits.receive(bytes) { messages.append($0) }
        #expect(messages.count == 1)
        var tooLarge = stream()
        #expect(throws: LineError.messageTooLarge) { try tooLarge.receive(header(101)) { _ in } }
    }

    @Test(arguments: [101, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
    func refusesAnAnnouncedLengthWhateverWayTheHeaderIsCut(length: UInt32) throws {
        for cut in 1...4 {
            var stream = stream()
            var bytes = header(length)
            try stream.receive(bytes.readSlice(length: cut) ?? ByteBuffer()) { _ in }
            #expect(throws: LineError.messageTooLarge) { try stream.receive(bytes) { _ in } }
        }
    }

    /// What the line itself says is short, whatever the application allows.
    @Test(arguments: [
        (MessageKind.ping, 16), (.pong, 16), (.end, 0), (.refusal, 1), (.accepted, 0), (MessageKind(rawValue: 0), 0),
        (MessageKind(rawValue: 15), 0), (MessageKind(rawValue: 16), 8_454_144), (MessageKind(rawValue: 255), 8_454_144),
    ])
    func limitsTheLinesOwnKinds(kind: MessageKind, bodyBytesMax: Int) throws {
        let limits = MessageLimits { _ in .max }
        #expect(limits.bodyBytesMax(of: kind) == bodyBytesMax)
        var stream = MessageStream(limits: limits)
        #expect(throws: LineError.messageTooLarge) {
            try stream.receive(header(UInt32(bodyBytesMax + 1), kind: kind.rawValue)) { _ in }
        }
    }

    @Test func deliversWhatCameBeforeAHeaderThatIsRefused() throws {
        var stream = stream()
        var bytes = header(1)
        bytes.writeInteger(UInt8(5))
        var bad = header(101)
        bytes.writeBuffer(&bad)
        var messages: [LineMessage] = []
        #expect(throws: LineError.messageTooLarge) { try stream.receive(bytes) { messages.append($0) } }
        #expect(messages == [.text([5])])
    }

    @Test func putsAMessageTogetherFromSingleBytes() throws {
        var stream = stream()
        var bytes = ByteBuffer()
        let sent = [LineMessage.text([]), .text("one"), .text([]), .text([UInt8](repeating: 3, count: 100))]
        for message in sent {
            var part = header(UInt32(message.body.readableBytes))
            var body = message.body
            part.writeBuffer(&body)
            bytes.writeBuffer(&part)
        }
        var received: [LineMessage] = []
        while let byte = bytes.readSlice(length: 1) { try stream.receive(byte) { received.append($0) } }
        #expect(received == sent)
    }
}
