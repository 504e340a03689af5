import NIOCore
import SecureChannel
import Testing

@testable import sotto

struct TalkMessageTests {
    private let session = TalkSession(rawValue: 0x0102_0304_0506_0708)

    @Test func hasItsLayout() {
        let say = TalkMessage.say(session, number: 9, text: Array("hi".utf8)).lineMessage
        #expect(say.kind.rawValue == 16)
        #expect(Array(say.body.readableBytesView) == [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 9, 0x68, 0x69])
        let received = TalkMessage.received(session, upTo: .max).lineMessage
        #expect(received.kind.rawValue == 17)
        #expect(received.body.readableBytes == 16)
    }

    @Test func readsBackWhatItWrites() {
        for message in [
            TalkMessage.say(session, number: 0, text: [0]), .say(session, number: .max, text: [UInt8](0...255)),
            .received(session, upTo: 0), .received(session, upTo: .max),
        ] { #expect(TalkMessage(message.lineMessage) == message) }
    }

    @Test(arguments: [(16, 16), (16, 15), (16, 0), (17, 15), (17, 17), (17, 0), (18, 16), (18, 0), (255, 20)])
    func isNothingWhereBytesAreMissingOrTooMany(kind: UInt8, byteCount: Int) {
        let body = ByteBuffer(repeating: 1, count: byteCount)
        #expect(TalkMessage(LineMessage(kind: MessageKind(rawValue: kind), body: body)) == nil)
    }
}
