import Sodium

/// One sender's keys for one kind of content (RFC 9420 §9.1): the secret of the generation that comes next, and the
/// keys of those that were passed over. What has been used isn't in it.
struct HashRatchet: Sendable {
    /// A key that was passed over.
    struct Skipped: Sendable {
        let generation: Generation
        let key: MessageKey
    }

    /// The end that hasn't been turned yet; `nil` when all generations have been.
    struct Head: Sendable {
        let generation: Generation
        let secret: Secret
    }

    private(set) var head: Head?
    /// In order of generation.
    private(set) var skipped: [Skipped] = []

    init(_ secret: Secret) { head = Head(generation: .first, secret: secret) }

    init(head: Head?, skipped: [Skipped]) {
        self.head = head
        self.skipped = skipped
    }

    /// Turns the ratchet by one, for sealing.
    ///
    /// - Throws: ``MLSError/exhausted`` when no generation is left.
    mutating func next(_ suite: CipherSuite) throws(MLSError) -> (generation: Generation, key: MessageKey) {
        guard let head else { throw .exhausted }
        return (head.generation, turn(head, suite))
    }

    /// Takes out the key of `generation`, for opening.
    ///
    /// - Throws: ``MLSError/secretUsedOrGone``, ``MLSError/generationTooFar``; the ratchet is then as it was.
    mutating func take(
        _ generation: Generation, _ suite: CipherSuite, _ limits: RatchetLimits
    ) throws(MLSError) -> MessageKey {
        guard let head, generation >= head.generation else { return try takeSkipped(generation) }
        let ahead = Int(generation.rawValue - head.generation.rawValue)
        guard ahead <= limits.generationsAheadMax else { throw .generationTooFar }
        skipped.reserveCapacity(min(skipped.count + ahead, limits.skippedKeysMax))
        var current = head
        for left in (0..<ahead).reversed() {
            guard let after = current.generation.next else { throw .exhausted }
            let derivation = Derivation(from: current.secret)
            // Of a long leap only the last keys are kept, so only they are made.
            if left < limits.skippedKeysMax {
                let key = MessageKey(suite, derivation, current.generation)
                skipped.append(Skipped(generation: current.generation, key: key))
            }
            current = Head(generation: after, secret: Self.secret(after: current.generation, derivation, suite))
        }
        let surplus = skipped.count - limits.skippedKeysMax
        if surplus > 0 { skipped.removeFirst(surplus) }
        return turn(current, suite)
    }

    private mutating func takeSkipped(_ generation: Generation) throws(MLSError) -> MessageKey {
        var low = 0
        var high = skipped.count
        while low < high {
            let middle = (low + high) / 2
            if skipped[middle].generation < generation { low = middle + 1 } else { high = middle }
        }
        guard low < skipped.count, skipped[low].generation == generation else { throw .secretUsedOrGone }
        return skipped.remove(at: low).key
    }

    private mutating func turn(_ from: Head, _ suite: CipherSuite) -> MessageKey {
        let derivation = Derivation(from: from.secret)
        head = from.generation.next.map { next in
            Head(generation: next, secret: Self.secret(after: from.generation, derivation, suite))
        }
        return MessageKey(suite, derivation, from.generation)
    }

    private static func secret(
        after generation: Generation, _ derivation: borrowing Derivation, _ suite: CipherSuite
    ) -> Secret {
        Secret(derivation.expand(.secret, generation: generation, byteCount: suite.hashByteCount))
    }
}
