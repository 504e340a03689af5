package import RelayProtocol

/// What became of a request. It holds once the transaction is durable, and not before.
package struct CoreOutcome: Sendable {
    package let answer: RelayAnswer
    /// What its followers get.
    package let published: PublishedEntry?

    package init(_ answer: RelayAnswer, publishing published: PublishedEntry? = nil) {
        self.answer = answer
        self.published = published
    }
}
