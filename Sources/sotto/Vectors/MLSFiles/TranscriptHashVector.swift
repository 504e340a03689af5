import MLS
import TLSCodec

/// `transcript-hashes.json`: a commit, and what it makes of the hash over all before it.
struct TranscriptHashVector: MLSVector {
    static let suiteName = "mls-transcript-hashes"
    static let field = "interim_transcript_hash_before"

    let cipherSuite: UInt16
    let confirmationKey, authenticatedContent, interimTranscriptHashBefore: VectorBytes
    let confirmedTranscriptHashAfter, interimTranscriptHashAfter: VectorBytes

    func passes(_ suite: CipherSuite) throws -> Bool {
        let commit = try AuthenticatedContent(decoding: authenticatedContent.bytes)
        guard commit.content.value.contentType == .commit, let tag = commit.auth.confirmationTag else { return false }
        let confirmed = try TranscriptHash.confirmed(suite, after: interimTranscriptHashBefore.bytes, commit)
        let interim = try TranscriptHash.interim(suite, confirmed: confirmed, confirmationTag: tag)
        return suite.isValidMAC(tag.span, key: confirmationKey.bytes.span, confirmed.span)
            && confirmed == confirmedTranscriptHashAfter.bytes && interim == interimTranscriptHashAfter.bytes
    }
}
