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
    /// Signs that one identity sets beside one message, and all that stand beside it.
    package static let reactionsOfOneMax = 8
    package static let reactionsMax = 256

    /// What a note says; and as it comes, sealed.
    static let noteBodyBytesMax = 64 << 10
    static let sealedNoteBytesMax = 80 << 10
    /// Items of the inbox that wait for one before them; the others are fetched again.
    static let inboxItemsWaitingMax = 64
    /// Key packages of one's own of which secrets are kept: the oldest go.
    static let bundlesMax = 256
    /// How long key packages that were published stand at least, whatever the relay says about how many it has.
    static let publishingPauseSeconds: UInt64 = 60 * 60
    /// How often an item goes to an inbox that takes none, and how long after the first time; four times as long after
    /// each other.
    static let deliveriesMax = 6
    static let deliveryPauseSeconds: UInt64 = 60

    /// How often a device is added again within a time; for more it is refused.
    package static let readdingsMax = 2
    static let readdingWindowSeconds: UInt64 = 24 * 60 * 60
    /// Names of key packages that are remembered of one device: more than it can be re-added by while they last.
    static let readdingPackagesMax = 256
    /// Members who are asked at once, how often others are, and how long after the first time; four times as long after
    /// each other, up to the longest.
    static let mendingAskedMax = 3
    static let mendingRoundsMax: UInt16 = 10
    static let mendingPauseSeconds: UInt64 = 10 * 60
    static let mendingLongestPauseSeconds: UInt64 = 12 * 60 * 60
    /// After this time without an answer a commit that only this device can't follow counts as one that nobody does.
    static let mendingPatienceSeconds: UInt64 = 24 * 60 * 60
}
