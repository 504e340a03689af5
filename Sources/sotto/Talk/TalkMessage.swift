import NIOCore
import RelayProtocol
import SecureChannel

/// What two ends say to each other over a line, for as long as rooms don't exist.
///
/// `say`: session(8) ‖ number(8) ‖ text. `received`: session(8) ‖ number(8), and means: all up to this number are on
/// the other's screen.
enum TalkMessage: Equatable, Sendable {
    case say(TalkSession, number: UInt64, text: [UInt8])
    case received(TalkSession, upTo: UInt64)

    private static let sayKind = MessageKind(rawValue: 16)
    static let receivedKind = MessageKind(rawValue: 17)

    /// Said first by a client. A host skips it, as it does what it doesn't know; a relay that keeps rooms answers all
    /// that it doesn't know, and thereby says that nobody talks there.
    static let knock = LineMessage(kind: MessageKind(rawValue: 18))

    static let limits = MessageLimits(application: bodyBytesMax)

    /// A client's.
    static let limitsWithRelayAnswers = MessageLimits { kind in
        isRelayAnswer(kind) ? TalkLimits.relayAnswerBytesMax : bodyBytesMax(of: kind)
    }

    static func isRelayAnswer(_ kind: MessageKind) -> Bool { RelayAnswer.kinds.contains(kind.rawValue) }

    private static func bodyBytesMax(of kind: MessageKind) -> Int {
        switch kind {
        case sayKind: TalkLimits.headerByteCount + TalkLimits.textBytesMax
        case receivedKind: TalkLimits.headerByteCount
        default: 0
        }
    }

    /// `nil` for what this version doesn't know or what isn't whole.
    init?(_ message: LineMessage) {
        var body = message.body
        guard let (session, number) = body.readMultipleIntegers(as: (UInt64, UInt64).self) else { return nil }
        let rest = [UInt8](body.readableBytesView)
        switch message.kind {
        case Self.sayKind where !rest.isEmpty:
            self = .say(TalkSession(rawValue: session), number: number, text: rest)
        case Self.receivedKind where rest.isEmpty:
            self = .received(TalkSession(rawValue: session), upTo: number)
        default: return nil
        }
    }

    var lineMessage: LineMessage {
        var body = ByteBuffer()
        switch self {
        case .say(let session, let number, let text):
            body.writeMultipleIntegers(session.rawValue, number)
            body.writeBytes(text)
            return LineMessage(kind: Self.sayKind, body: body)
        case .received(let session, let number):
            body.writeMultipleIntegers(session.rawValue, number)
            return LineMessage(kind: Self.receivedKind, body: body)
        }
    }
}
