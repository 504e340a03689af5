import TLSCodec

/// What is put into an inbox: version(2) ‖ form(1), then up to the end, of form 1 a Welcome, an MLSMessage, and of form 2
/// a ``SealedNote``.
enum InboxItem: Hashable, Sendable {
    case welcome([UInt8])
    case note(SealedNote)

    private static let version: UInt16 = 1
    private enum Form: UInt8, TLSNumber {
        case welcome = 1
        case note = 2
    }

    init(_ bytes: [UInt8]) throws(CodecError) {
        var reader = Reader(bytes)
        guard try reader.integer(UInt16.self) == Self.version else { throw .invalidValue }
        switch try Form(from: &reader) {
        case .welcome: self = .welcome(try reader.fixed(reader.remainingByteCount))
        case .note: self = .note(try SealedNote(from: &reader))
        }
    }

    var bytes: [UInt8] {
        var writer = Writer()
        writer.integer(Self.version)
        switch self {
        case .welcome(let welcome):
            writer.integer(Form.welcome.rawValue)
            writer.fixed(welcome)
        case .note(let note):
            writer.integer(Form.note.rawValue)
            note.encode(into: &writer)
        }
        return writer.bytes
    }
}
