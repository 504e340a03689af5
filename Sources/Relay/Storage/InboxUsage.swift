/// How full an inbox is.
package struct InboxUsage: Hashable, Sendable {
    /// Bytes and items of senders that showed the token.
    package var trustedBytes: Int
    package var trustedItems: Int
    package var otherBytes: Int
    package var otherItems: Int

    package init(trustedBytes: Int = 0, trustedItems: Int = 0, otherBytes: Int = 0, otherItems: Int = 0) {
        self.trustedBytes = trustedBytes
        self.trustedItems = trustedItems
        self.otherBytes = otherBytes
        self.otherItems = otherItems
    }
}
