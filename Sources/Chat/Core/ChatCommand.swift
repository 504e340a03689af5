package import Identity
package import MLS
package import RelayProtocol

/// What a person asks for.
package enum ChatCommand: Sendable {
    case create(RoomID, kind: RoomKind, name: RoomName?, with: IdentityKey?, suite: CipherSuite)
    case invite(IdentityKey, to: RoomID)
    case accept(RoomID)
    case join(RoomID, by: LinkSecret)
    case leave(RoomID)
    case remove(IdentityKey, from: RoomID)
    case change(RoomChange, of: RoomID)
    case refresh(RoomID)
    /// This device asks members to add it to a room again.
    case mend(RoomID)
    case say(Said, id: MessageID, in: RoomID)
    case contact(ContactChange)
}
