import TLSCodec

/// What a relay says without being asked again: of logs that a client follows.
package enum RelayEvent: Hashable, Sendable {
    case entries(EntriesEvent)
    case withheld(WithheldEvent)
    case trimmed(TrimmedEvent)
    case inbox(InboxEvent)
    case whisper(WhisperEvent)

    /// The number that stands before its body in the line's stream of messages.
    package var kind: UInt8 { messageKind.rawValue }

    var messageKind: RelayMessageKind {
        switch self {
        case .entries: .entriesEvent
        case .withheld: .withheldEvent
        case .trimmed: .trimmedEvent
        case .inbox: .inboxEvent
        case .whisper: .whisperEvent
        }
    }

    package static let kinds = RelayMessageKind.entriesEvent.rawValue...RelayMessageKind.whisperEvent.rawValue

    /// Nothing for a kind of another sort.
    init?(kind: RelayMessageKind, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case .entriesEvent: self = .entries(try EntriesEvent(from: &reader))
        case .withheldEvent: self = .withheld(try WithheldEvent(from: &reader))
        case .trimmedEvent: self = .trimmed(try TrimmedEvent(from: &reader))
        case .inboxEvent: self = .inbox(try InboxEvent(from: &reader))
        case .whisperEvent: self = .whisper(try WhisperEvent(from: &reader))
        default: return nil
        }
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .entries(let value): try value.encode(into: &writer)
        case .withheld(let value): try value.encode(into: &writer)
        case .trimmed(let value): try value.encode(into: &writer)
        case .inbox(let value): try value.encode(into: &writer)
        case .whisper(let value): try value.encode(into: &writer)
        }
    }
}
