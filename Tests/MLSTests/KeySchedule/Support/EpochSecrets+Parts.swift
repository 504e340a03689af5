import MLS
import Sodium

/// An epoch's secrets stored by themselves: a group stores them among other things.
extension EpochSecrets {
    /// What stays as long as the epoch.
    func epochPart() -> SecretBytes {
        var writer = SecretWriter()
        encodeEpochPart(into: &writer)
        return writer.finish()
    }

    /// What changes with each message.
    func messagePart() -> SecretBytes {
        var writer = SecretWriter()
        encodeMessagePart(into: &writer)
        return writer.finish()
    }

    init(epochPart: Span<UInt8>, messagePart: Span<UInt8>) throws(MLSError) {
        var epochReader = SecretReader()
        var messageReader = SecretReader()
        try self.init(epochPart: &epochReader, epochPart, messagePart: &messageReader, messagePart)
        try epochReader.finish(epochPart)
        try messageReader.finish(messagePart)
    }

    init(epochPart: [UInt8], messagePart: [UInt8]) throws(MLSError) {
        try self.init(epochPart: epochPart.span, messagePart: messagePart.span)
    }

    /// What becomes of a state that is stored and read again.
    init(storing secrets: EpochSecrets) throws(MLSError) {
        try self.init(epochPart: secrets.epochPart().copied, messagePart: secrets.stored)
    }
}
