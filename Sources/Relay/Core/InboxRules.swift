/// Half of an inbox for senders that show its token, half for the others: neither fills it for the other.
struct InboxRules: Sendable {
    private let bytesMax: Int
    private let itemsMax: Int

    init(limits: RelayLimits) {
        bytesMax = limits.inboxBytesMax / 2
        itemsMax = limits.inboxItemsMax / 2
    }

    func allow(_ byteCount: Int, showedToken: Bool, in usage: InboxUsage) -> Bool {
        let (bytes, items) =
            showedToken ? (usage.trustedBytes, usage.trustedItems) : (usage.otherBytes, usage.otherItems)
        return items < itemsMax && byteCount <= bytesMax && bytes <= bytesMax - byteCount
    }
}
