import MLS
package import RelayProtocol
package import TLSCodec

/// What a room's entry carries behind its header: version(2) ‖ form(1), then
/// - 0: nothing: a room's creation;
/// - 1: an MLSMessage, up to the end;
/// - 2: an external commit, sealed to the epoch's `external_pub`: link key(32) ‖ HPKECiphertext, up to the end.
package enum EntryBody: Hashable, Sendable {
    case creation
    case message([UInt8])
    case joining(link: LinkKey, sealed: [UInt8])

    private static let version: UInt16 = 1
    private enum Form: UInt8, TLSNumber {
        case creation = 0
        case message = 1
        case joining = 2
    }

    package init(_ bytes: [UInt8]) throws(CodecError) {
        var reader = Reader(bytes)
        guard try reader.integer(UInt16.self) == Self.version else { throw .invalidValue }
        switch try Form(from: &reader) {
        case .creation:
            self = .creation
            try reader.finish()
        case .message: self = .message(try reader.fixed(reader.remainingByteCount))
        case .joining:
            let link = try LinkKey(from: &reader)
            self = .joining(link: link, sealed: try reader.fixed(reader.remainingByteCount))
        }
    }

    package var bytes: [UInt8] {
        var writer = Writer()
        writer.integer(Self.version)
        switch self {
        case .creation: writer.integer(Form.creation.rawValue)
        case .message(let message):
            writer.integer(Form.message.rawValue)
            writer.fixed(message)
        case .joining(let link, let sealed):
            writer.integer(Form.joining.rawValue)
            writer.fixed(link.bytes)
            writer.fixed(sealed)
        }
        return writer.bytes
    }
}
