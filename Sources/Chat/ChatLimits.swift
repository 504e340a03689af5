/// Every bound of what people in rooms may say and set, with its unit. All members must have the same: what one refuses
/// and another takes splits a room.
package enum ChatLimits {
    package static let adminsMax = 64
    /// The oldest go where there are more.
    package static let bansMax = 512
    /// Live links of a room. A relay takes 64.
    package static let linksMax = 16
    package static let linkUses = 1...UInt32(1_000_000)
    /// A link's public key that blobs are sealed to: X-Wing's has 1,216 bytes.
    static let sealingKeyBytes = 1...2_048
    /// How long messages last before they disappear; 0: they stay.
    package static let timerSecondsMax: UInt32 = 366 * 24 * 60 * 60

    /// Of a message's text, in UTF-8.
    package static let textBytes = 1...(64 << 10)
    package static let reactionBytes = 1...64
    /// Messages that one receipt names.
    package static let receiptsMax = 256
    /// Members above whom nobody sends receipts.
    package static let receiptMembersMax = 32
    /// People that are remembered, by @name or fingerprint.
    package static let contactsMax = 4_096
    /// Rooms into which somebody asks this client, and it hasn't said yes or no.
    package static let invitationsMax = 64
    /// The body of a content of a kind that this version doesn't know: kept as it is.
    static let contentBytesMax = 128 << 10
}
