import MLS
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct TranscriptHashVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(TranscriptHashVector.counts() == [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1])
        #expect(TranscriptHashVector.supported().map(\.cipherSuite) == [1, 3])
    }

    @Test(arguments: TranscriptHashVector.supported()) func hashesAsPublished(_ vector: TranscriptHashVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let commit = try AuthenticatedContent(decoding: vector.authenticatedContent.bytes)
        #expect(commit.content.value.contentType == .commit)
        let confirmed = try TranscriptHash.confirmed(
            suite, after: vector.interimTranscriptHashBefore.bytes, commit)
        #expect(confirmed == vector.confirmedTranscriptHashAfter.bytes)
        let tag = try #require(commit.auth.confirmationTag)
        #expect(suite.acceptsMAC(tag, key: vector.confirmationKey.bytes, confirmed))
        #expect(
            try TranscriptHash.interim(suite, confirmed: confirmed, confirmationTag: tag)
                == vector.interimTranscriptHashAfter.bytes)
    }
}
