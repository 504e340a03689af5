import NIOCore
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

    static let limits = MessageLimits { kind in
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
