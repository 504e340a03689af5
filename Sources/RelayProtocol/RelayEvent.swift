import TLSCodec

/// What a relay says without being asked again: of logs that a client follows.
package enum RelayEvent: Hashable, Sendable {
    case entry(EntryEvent)
    case withheld(WithheldEvent)
    case trimmed(TrimmedEvent)
    case inbox(InboxEvent)
    case whisper(WhisperEvent)

    /// The number that stands before its body in the line's stream of messages.
    package var kind: UInt8 {
        switch self {
        case .entry: 128
        case .withheld: 129
        case .trimmed: 130
        case .inbox: 131
        case .whisper: 132
        }
    }

    package static let kinds: ClosedRange<UInt8> = 128...132

    /// Nothing for a kind that this version doesn't know.
    init?(kind: UInt8, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case 128: self = .entry(try EntryEvent(from: &reader))
        case 129: self = .withheld(try WithheldEvent(from: &reader))
        case 130: self = .trimmed(try TrimmedEvent(from: &reader))
        case 131: self = .inbox(try InboxEvent(from: &reader))
        case 132: self = .whisper(try WhisperEvent(from: &reader))
        default: return nil
        }
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .entry(let value): try value.encode(into: &writer)
        case .withheld(let value): try value.encode(into: &writer)
        case .trimmed(let value): try value.encode(into: &writer)
        case .inbox(let value): try value.encode(into: &writer)
        case .whisper(let value): try value.encode(into: &writer)
        }
    }
}
