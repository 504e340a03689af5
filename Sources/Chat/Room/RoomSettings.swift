package import Identity
package import TLSCodec

/// What all members of a room agree on beside who they are: the `sotto_room` extension of its GroupContext.
///
/// version(2) ‖ relay key(32) ‖ kind(1) ‖ optional name ‖ flags(1) ‖ timer(4) ‖ admins ‖ bans ‖ links, each list with two
/// bytes of length. Who may change which of it is for ``RoomPolicy``.
package struct RoomSettings: TLSStruct, Hashable, Sendable {
    package static let version: UInt16 = 1

    /// The one relay that the room lives on.
    package let relay: RelayKey
    package let kind: RoomKind
    /// None of a conversation of two.
    package var name: RoomName?
    package var flags: RoomFlags
    /// After how many seconds messages disappear; 0: they stay.
    package var timerSeconds: UInt32
    package var admins: [IdentityKey]
    /// The oldest first.
    package var bans: [IdentityKey]
    package var links: [RoomLink]

    package init(relay: RelayKey, kind: RoomKind, name: RoomName?, admins: [IdentityKey]) {
        self.relay = relay
        self.kind = kind
        self.name = name
        self.admins = admins
        (flags, timerSeconds, bans, links) = ([], 0, [], [])
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in Self.version }) == Self.version else { throw .invalidValue }
        relay = try v.key { $0.relay }
        kind = try v.nested { $0.kind }
        name = try v.optional { $0.name }
        flags = try v.nested { $0.flags }
        timerSeconds = try v.uint32 { $0.timerSeconds }
        admins = try v.vector(.uint16) { $0.admins.map(ListedIdentity.init) }.map(\.key)
        bans = try v.vector(.uint16) { $0.bans.map(ListedIdentity.init) }.map(\.key)
        links = try v.vector(.uint16) { $0.links }
        guard isConsistent else { throw .invalidValue }
    }

    private var isConsistent: Bool {
        guard timerSeconds <= ChatLimits.timerSecondsMax, admins.count <= ChatLimits.adminsMax,
            bans.count <= ChatLimits.bansMax, links.count <= ChatLimits.linksMax,
            Set(admins).count == admins.count, Set(bans).count == bans.count,
            Set(links.map(\.key)).count == links.count
        else { return false }
        switch kind {
        case .group: return name != nil
        case .direct: return name == nil && flags.isEmpty && bans.isEmpty && links.isEmpty
        }
    }
}
