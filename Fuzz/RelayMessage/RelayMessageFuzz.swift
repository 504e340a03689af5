import FuzzSupport
import RelayProtocol
import TLSCodec

enum RelayMessageFuzz {
    /// Whatever the bytes, there is an answer; what is taken for a request has those bytes for its only encoding.
    static func ask(_ message: RelayMessage) {
        switch message.asked() {
        case .request(let request):
            expect((try? RelayMessage(request.content, request.number)) == message, "a request has two encodings")
            if case .append(let append) = request.content { hash(append) }
        case .refuse(let refusal):
            let answer = RelayAnswer.refused(Refused(code: refusal.content, detail: 0))
            expect((try? RelayMessage(answer, to: refusal.number)) != nil, "a refusal can't be said")
            let hasNumber = message.body.count >= 4
            let isKnown = RelayRequest.kinds.contains(message.kind)
            let code: RefusalCode = isKnown || !hasNumber ? .malformed : .unknownRequest
            expect(refusal.content == code, "refused for another reason")
        }
    }

    /// What is heard has those bytes for its only encoding; what isn't known is skipped, and nothing else is.
    static func hear(_ message: RelayMessage) {
        let isKnown = RelayAnswer.kinds.contains(message.kind) || RelayEvent.kinds.contains(message.kind)
        let heard: RelayMessage.Heard?
        do throws(CodecError) { heard = try message.heard() } catch { return expect(isKnown, "not skipped: \(error)") }
        expect(isKnown == (heard != nil), "a known kind is skipped, or an unknown one heard")
        switch heard {
        case .answer(let answer):
            expect((try? RelayMessage(answer.content, to: answer.number)) == message, "an answer has two encodings")
        case .event(let event):
            expect((try? RelayMessage(event)) == message, "an event has two encodings")
        case nil: break
        }
    }

    /// What an entry is called is what the relay calls it.
    private static func hash(_ append: Append) {
        let header = try? append.entry.header.encoded()
        expect(header != nil, "a header that was read can't be written")
        let named = EntryHash(header: header ?? [], body: append.entry.body)
        expect((try? EntryHash(of: append.entry)) == named, "an entry has two names")
    }
}
