package import TLSCodec

/// What one who joins needs of an epoch: its GroupInfo, its ratchet tree, and the log up to the entry before the one that
/// begins it.
package struct RoomSnapshot: TLSStruct, Hashable, Sendable {
    /// MLSMessages.
    package let groupInfo: [UInt8]
    package let tree: [UInt8]
    package let before: LogPosition

    package init(groupInfo: [UInt8], tree: [UInt8], before: LogPosition) {
        (self.groupInfo, self.tree, self.before) = (groupInfo, tree, before)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        groupInfo = try v.opaque(.uint32) { $0.groupInfo }
        tree = try v.opaque(.uint32) { $0.tree }
        before = try v.nested { $0.before }
    }
}
