import TLSCodec

/// The running hash over a group's commits (RFC 9420 §8.2).
package enum TranscriptHash {
    /// The confirmed hash after a commit; `interim` is the interim hash before it, empty in a new group.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a signature that has no encoding.
    package static func confirmed(
        _ suite: CipherSuite, after interim: [UInt8], _ commit: AuthenticatedContent
    ) throws(MLSError) -> [UInt8] {
        let input = try codec { () throws(CodecError) in try interim + commit.confirmedTranscriptHashInput() }
        return suite.hash(input.span)
    }

    /// The interim hash of the epoch that `confirmationTag` confirms.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a tag that has no encoding.
    package static func interim(
        _ suite: CipherSuite, confirmed: [UInt8], confirmationTag: [UInt8]
    ) throws(MLSError) -> [UInt8] {
        let input = try codec { () throws(CodecError) in
            try confirmed + AuthenticatedContent.interimTranscriptHashInput(confirmationTag: confirmationTag)
        }
        return suite.hash(input.span)
    }
}
