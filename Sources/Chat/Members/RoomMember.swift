package import Identity
package import MLS

/// Who stands at a leaf of a room.
package struct RoomMember: Hashable, Sendable {
    package let leaf: LeafIndex
    package let credential: Identity.Credential
    /// By which use of which link they came, if by one.
    package let mark: LinkMark?

    package var identity: IdentityKey { credential.identityKey }
}
