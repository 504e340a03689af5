import Identity
package import TLSCodec

/// What a commit did.
package struct MembershipChange: TLSStruct, Hashable, Sendable {
    /// Who committed it: of whoever came by a link, themselves.
    package let author: LeafName
    package let added: [LeafName]
    package let removed: [LeafName]
    package let settings: RoomSettings?
    package let crossesLogs: Bool

    init(author: LeafName, added: [LeafName], removed: [LeafName], settings: RoomSettings?, crossesLogs: Bool) {
        (self.author, self.added, self.removed) = (author, added, removed)
        (self.settings, self.crossesLogs) = (settings, crossesLogs)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        author = try v.nested { $0.author }
        added = try v.vector(.uint32) { $0.added }
        removed = try v.vector(.uint32) { $0.removed }
        settings = try v.optional { $0.settings }
        crossesLogs = try v.flag { $0.crossesLogs }
    }

    /// Devices that were removed and added at once: re-added.
    package var returned: [LeafName] {
        added.filter { one in removed.contains { $0.identity == one.identity && $0.device == one.device } }
    }
}
