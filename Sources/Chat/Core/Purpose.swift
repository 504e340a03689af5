import Identity
import MLS
import RelayProtocol

/// What an answer is for.
enum Purpose: Sendable {
    case create(RoomID)
    case open(RoomID, at: EntryNumber)
    case follow(RoomID)
    case message(RoomID, UInt64)
    case commit(RoomID, EntryHash)
    case claim(RoomID, IdentityKey)
    case claimForNote(RoomID, IdentityKey, [UInt8])
    case deliver(UInt64)
    case followInbox
    case countBundles(CipherSuite)
    case publish(CipherSuite)
    case welcome(EntryNumber)
    case acknowledge
    case openLink(RoomID)
    case fetchForLink(RoomID)
    case join(RoomID)
    case findJoined(RoomID)
}
