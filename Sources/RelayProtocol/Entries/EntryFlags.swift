package import TLSCodec

/// What a commit says of itself to the relay, and every member checks.
package struct EntryFlags: OptionSet, Hashable, Sendable, TLSCodable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A leaf is removed: who opened the room before it reads nothing that follows it.
    package static let removes = EntryFlags(rawValue: 1)
    /// There is a commit for this parent already, and its sender holds it invalid.
    package static let disputes = EntryFlags(rawValue: 2)

    static let all: EntryFlags = [.removes, .disputes]

    package init(from reader: inout Reader) throws(CodecError) {
        self.init(rawValue: try reader.integer())
        guard isSubset(of: .all) else { throw .invalidValue }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        guard isSubset(of: .all) else { throw .invalidValue }
        writer.integer(rawValue)
    }
}
