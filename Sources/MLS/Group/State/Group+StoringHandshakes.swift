import HPKE
import Sodium
import TLSCodec

extension Group {
    /// What of the epoch's handshakes waits: proposals, the secrets of own Updates, own commits.
    func encodeHandshakes(into writer: inout SecretWriter) throws(MLSError) {
        writer.count(proposals.proposals.count)
        for proposal in proposals.proposals { try writer.value(proposal) }
        writer.count(ownUpdates.count)
        for update in ownUpdates {
            writer.opaque(update.reference.bytes.span)
            writer.key(update.leafKey)
            writer.key(update.signatureKey)
        }
        writer.count(ownCommits.count)
        for commit in ownCommits { writer.opaque(commit.bytes.span) }
    }

    mutating func decodeHandshakes(from reader: inout SecretReader, _ bytes: Span<UInt8>) throws(MLSError) {
        for _ in 0..<(try reader.count(bytes)) {
            try proposals.insert(try reader.value(CommittedProposal.self, bytes))
        }
        for _ in 0..<(try reader.count(bytes)) {
            ownUpdates.append(
                OwnUpdate(
                    reference: ProposalRef(try reader.opaque(bytes)),
                    leafKey: try reader.kemKey(cipherSuite, bytes), signatureKey: try reader.signatureKey(bytes)))
        }
        for _ in 0..<(try reader.count(bytes)) { ownCommits.append(CommitReference(try reader.opaque(bytes))) }
    }
}
