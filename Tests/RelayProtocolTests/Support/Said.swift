import RelayProtocol
import TLSCodec

/// A request, an answer or an event, so that a test may treat all alike.
enum Said: Hashable {
    case request(RequestNumber, RelayRequest)
    case answer(RequestNumber, RelayAnswer)
    case event(RelayEvent)

    var kind: UInt8 {
        switch self {
        case .request(_, let request): request.kind
        case .answer(_, let answer): answer.kind
        case .event(let event): event.kind
        }
    }

    func message() throws(CodecError) -> RelayMessage {
        switch self {
        case .request(let number, let request): try RelayMessage(request, number)
        case .answer(let number, let answer): try RelayMessage(answer, to: number)
        case .event(let event): try RelayMessage(event)
        }
    }

    /// What whoever it is for reads in a message; nothing where it isn't well formed or of an unknown kind.
    static func reading(_ message: RelayMessage) -> Said? {
        if case .request(let asked) = message.asked() { return .request(asked.number, asked.content) }
        switch try? message.heard() {
        case .answer(let answer): return .answer(answer.number, answer.content)
        case .event(let event): return .event(event)
        case nil: return nil
        }
    }
}
