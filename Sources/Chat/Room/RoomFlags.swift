package import TLSCodec

/// What a room allows beside the rule.
package struct RoomFlags: OptionSet, Hashable, Sendable, TLSCodable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Any member may add people, not admins alone.
    package static let membersInvite = RoomFlags(rawValue: 1)

    private static let all: RoomFlags = [.membersInvite]

    package init(from reader: inout Reader) throws(CodecError) {
        self.init(rawValue: try reader.integer())
        guard isSubset(of: .all) else { throw .invalidValue }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        guard isSubset(of: .all) else { throw .invalidValue }
        writer.integer(rawValue)
    }
}
