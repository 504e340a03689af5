import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §9: a ratchet that has come to its end.
struct LastGenerationTests {
    @Test func theLastGenerationIsUsedAndNoneAfterIt() throws {
        let epoch = try SealingEpoch(memberCount: 1)
        var state = try EpochSecrets(
            epochPart: epoch.secrets.epochPart().copied, messagePart: messagePart(head: .max))
        #expect(throws: MLSError.generationTooFar) {
            let early = try EpochSecrets(
                epochPart: epoch.secrets.epochPart().copied, messagePart: messagePart(head: .max - 9))
            _ = try early.tree.key(
                of: epoch.leaf(0), for: .application, Generation(rawValue: .max), RatchetLimits(generationsAheadMax: 8)
            )
        }
        var receiver = state
        let message = try epoch.seal([1], from: 0, with: &state)
        #expect(try state.senderData(of: message).generation.rawValue == .max)
        for _ in 0..<2 {
            let before = state.stored
            #expect(throws: MLSError.exhausted) { _ = try epoch.seal([1], from: 0, with: &state) }
            #expect(state.stored == before)
            state = try EpochSecrets(storing: state)
        }
        #expect(try epoch.open(message, with: &receiver).framed.content == .application([1]))
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(message, with: &receiver) }
    }

    @Test func aLeapToTheLastGenerationKeepsThoseBetween() throws {
        let epoch = try SealingEpoch(memberCount: 1)
        let part = messagePart(head: .max - 3)
        var sender = try EpochSecrets(epochPart: epoch.secrets.epochPart().copied, messagePart: part)
        var receiver = sender
        let messages = try (0..<4).map { try epoch.seal([$0], from: 0, with: &sender) }
        for index in [3, 0, 2, 1] {
            receiver = try EpochSecrets(storing: receiver)
            #expect(try epoch.open(messages[index], with: &receiver).framed.content == .application([UInt8(index)]))
        }
    }

    /// A tree of one leaf whose application ratchet has come to `head`.
    private func messagePart(head: UInt32) -> [UInt8] {
        let secret = [UInt8](repeating: 4, count: 32)
        var writer = SecretWriter()
        writer.integer(0 as UInt32)
        writer.integer(1 as UInt32)
        writer.integer(0 as UInt32)
        for generation in [0, head] {
            writer.integer(1 as UInt8)
            writer.integer(generation)
            writer.opaque(secret.span)
            writer.integer(0 as UInt32)
        }
        return writer.finish().copied
    }
}
