package import Identity
package import MLS
package import RelayProtocol

/// What of an epoch decides which commit may end it: the same for all members.
package struct RoomState: Sendable {
    package let room: RoomID
    package let epoch: Epoch
    package let settings: RoomSettings
    /// By leaf.
    package let members: [RoomMember]

    /// A member at a leaf; nothing if nobody stands there.
    package func member(at leaf: LeafIndex) -> RoomMember? { members.first { $0.leaf == leaf } }

    package var identities: Set<IdentityKey> { Set(members.map(\.identity)) }

    /// Those of the settings who are members; where none is, whoever stands at the first leaf.
    package var admins: Set<IdentityKey> {
        let present = identities.intersection(settings.admins)
        return present.isEmpty ? Set(members.first.map { [$0.identity] } ?? []) : present
    }

    /// The greatest use of a link that is known: counted in the settings, or marked on a leaf.
    package func lastUse(of link: RoomLink) -> UInt32 {
        members.reduce(link.usesCounted) { last, member in
            guard let mark = member.mark, mark.link == link.key else { return last }
            return max(last, mark.use)
        }
    }
}
