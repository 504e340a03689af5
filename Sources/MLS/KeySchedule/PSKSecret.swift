package import Sodium

/// `psk_secret` (RFC 9420 §8.4): the pre-shared keys of a commit, chained in their order.
package enum PSKSecret {
    /// A pre-shared key and the name under which it stands in the commit.
    package struct Entry: Sendable {
        package let id: PreSharedKeyID
        package let psk: Secret

        package init(id: PreSharedKeyID, psk: Secret) {
            self.id = id
            self.psk = psk
        }
    }

    /// The chain of `entries`, for ``JoinerSecret/mixing(pskSecret:)``; of none it is zeros.
    ///
    /// - Throws: ``MLSError/overLimit`` for more than two bytes can count, ``MLSError/malformed(_:)`` for an ID that has
    ///   no encoding.
    package static func derive(_ suite: CipherSuite, _ entries: [Entry]) throws(MLSError) -> Secret {
        guard let count = UInt16(exactly: entries.count) else { throw .overLimit }
        let zero = suite.zeroSecret
        var secret = zero
        for (index, entry) in entries.enumerated() {
            let label = PSKLabel(id: entry.id, index: UInt16(truncatingIfNeeded: index), count: count)
            let context = try label.bytes()
            let extracted = suite.extract(salt: zero, inputKeyMaterial: entry.psk)
            let input = extracted.withBytes { extracted in
                suite.expandWithLabel(extracted, .derivedPSK, context: context.span, byteCount: suite.hashByteCount)
            }
            secret = suite.extract(salt: input, inputKeyMaterial: secret)
        }
        return secret
    }
}
