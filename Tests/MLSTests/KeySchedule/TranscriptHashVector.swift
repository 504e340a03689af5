/// A case of `transcript-hashes.json`.
struct TranscriptHashVector: SuiteVector {
    static let fileName = "transcript-hashes.json"
    let cipherSuite: UInt16
    let confirmationKey, authenticatedContent, interimTranscriptHashBefore: HexBytes
    let confirmedTranscriptHashAfter, interimTranscriptHashAfter: HexBytes
}
