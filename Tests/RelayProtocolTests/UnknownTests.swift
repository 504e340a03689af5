import RelayProtocol
import TLSCodec
import Testing

@Suite struct UnknownTests {
    private static let notRequests = (0...UInt8.max).filter { !RelayRequest.kinds.contains($0) }

    @Test(arguments: notRequests) func aRelayRefusesAKindThatIsNoRequestByItsNumber(kind: UInt8) {
        for body: [UInt8] in [[1, 2, 3, 4], [1, 2, 3, 4, 5]] {
            let refusal = Numbered(RequestNumber(0x0102_0304), RefusalCode.unknownRequest)
            #expect(RelayMessage(kind: kind, body: body).asked() == .refuse(refusal))
        }
    }

    @Test func aRelayRefusesWhatIsMalformedByItsNumber() {
        for example in Example.requests {
            let refusal = Numbered(RequestNumber(7), RefusalCode.malformed)
            #expect(RelayMessage(kind: example.kind, body: example.body + [0]).asked() == .refuse(refusal))
        }
    }

    @Test(arguments: 0...UInt8.max) func aRelayRefusesWhatHasNoNumberByNumber0(kind: UInt8) {
        for count in 0..<4 {
            let message = RelayMessage(kind: kind, body: [UInt8](repeating: 1, count: count))
            #expect(message.asked() == .refuse(Numbered(RequestNumber(0), .malformed)))
        }
    }

    @Test(arguments: 0...UInt8.max) func aClientSkipsAKindThatItDoesNotKnow(kind: UInt8) throws {
        guard !RelayAnswer.kinds.contains(kind), !RelayEvent.kinds.contains(kind) else { return }
        for body: [UInt8] in [[], [1], [1, 2, 3, 4]] {
            #expect(try RelayMessage(kind: kind, body: body).heard() == nil)
        }
    }

    @Test func aClientHearsThatAnAnswerIsMalformed() {
        #expect(throws: CodecError.truncated) { try RelayMessage(kind: 96, body: [0, 0, 0]).heard() }
        #expect(throws: CodecError.trailingBytes) { try RelayMessage(kind: 96, body: [0, 0, 0, 1, 0]).heard() }
        #expect(throws: CodecError.truncated) { try RelayMessage(kind: 128, body: []).heard() }
    }

    /// A newer relay may have reasons that this version doesn't know.
    @Test func aClientReadsARefusalOfAnUnknownCode() throws {
        let refused = Refused(code: RefusalCode(rawValue: 999), detail: 5)
        let message = try RelayMessage(.refused(refused), to: RequestNumber(1))
        #expect(try message.heard() == .answer(Numbered(RequestNumber(1), .refused(refused))))
    }
}
