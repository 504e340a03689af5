import MLS
import Sodium
import TLSCodec
import Testing

/// Whatever is refused uses nothing up: the state is the same, and the message itself still opens.
struct PrivateMessageRefusalTests {
    @Test(arguments: CipherSuite.all) func aFlippedBitAnywhereIsRefused(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite)
        var sender = epoch.secrets
        let message = try epoch.seal([1, 2, 3], from: 1, with: &sender)
        var receiver = epoch.secrets
        let before = receiver.stored
        for index in message.ciphertext.indices {
            let changed = message.with(ciphertext: message.ciphertext.flipping(index))
            try refuses(changed, with: &receiver, epoch)
        }
        for index in message.encryptedSenderData.indices {
            let changed = message.with(encryptedSenderData: message.encryptedSenderData.flipping(index))
            try refuses(changed, with: &receiver, epoch)
        }
        #expect(receiver.stored == before)
        #expect(try epoch.open(message, with: &receiver).framed.content == .application([1, 2, 3]))
    }

    @Test func ciphertextsOfEveryOtherLengthAreRefused() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let message = try epoch.seal([1, 2, 3], from: 1, with: &sender)
        var receiver = epoch.secrets
        for count in 0..<message.ciphertext.count {
            try refuses(message.with(ciphertext: [UInt8](message.ciphertext.prefix(count))), with: &receiver, epoch)
        }
        for count in 0..<message.encryptedSenderData.count {
            let shorter = [UInt8](message.encryptedSenderData.prefix(count))
            try refuses(message.with(encryptedSenderData: shorter), with: &receiver, epoch)
        }
        try refuses(message.with(ciphertext: message.ciphertext + [0]), with: &receiver, epoch)
        try refuses(message.with(encryptedSenderData: message.encryptedSenderData + [0]), with: &receiver, epoch)
        #expect(receiver.stored == epoch.secrets.stored)
    }

    @Test func whatIsVisibleIsCovered() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let message = try epoch.seal([1], from: 1, with: &sender, authenticatedData: [1, 2])
        var receiver = epoch.secrets
        for changed in [
            message.with(authenticatedData: []), message.with(authenticatedData: [1, 3]),
            message.with(contentType: .commit), message.with(contentType: .proposal),
        ] {
            try refuses(changed, with: &receiver, epoch)
        }
        #expect(throws: MLSError.wrongGroup) {
            _ = try epoch.open(message.with(groupID: GroupID([1, 2, 3, 5])), with: &receiver)
        }
        for number: UInt64 in [0, 4, 6, .max] {
            #expect(throws: MLSError.wrongEpoch) {
                _ = try epoch.open(message.with(epoch: Epoch(rawValue: number)), with: &receiver)
            }
        }
        #expect(receiver.stored == epoch.secrets.stored)
    }

    @Test func aMessageOpensOnce() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        var receiver = epoch.secrets
        let message = try epoch.seal([1], from: 1, with: &sender)
        _ = try epoch.open(message, with: &receiver)
        let before = receiver.stored
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(message, with: &receiver) }
        #expect(receiver.stored == before)
    }

    @Test func theSenderCannotOpenWhatItSealed() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let message = try epoch.seal([1], from: 1, with: &sender)
        #expect(throws: MLSError.secretUsedOrGone) { _ = try epoch.open(message, with: &sender) }
    }

    @Test func aBlankOrUnknownLeafIsNoSender() throws {
        let epoch = try SealingEpoch(memberCount: 3)
        var sender = epoch.secrets
        let message = try sender.seal(
            application: [1], authenticatedData: [], from: epoch.leaf(3), with: epoch.keys[0], padding: .none,
            random: .system)
        var receiver = epoch.secrets
        #expect(throws: MLSError.invalid(.senderDataLeaf)) { _ = try epoch.open(message, with: &receiver) }
        #expect(receiver.stored == epoch.secrets.stored)
    }

    @Test func anotherMembersSignatureIsRefused() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let forged = try epoch.signed(
            .application([1]), as: .privateMessage, from: .member(epoch.leaf(1)), by: epoch.keys[2])
        let message = try sender.privateMessage(forged, padding: .none, random: .system)
        var receiver = epoch.secrets
        #expect(throws: MLSError.invalid(.messageSignature)) { _ = try epoch.open(message, with: &receiver) }
        #expect(receiver.stored == epoch.secrets.stored)
    }

    @Test func aSignatureOverAnotherEpochsContextIsRefused() throws {
        let epoch = try SealingEpoch()
        let signed = try AuthenticatedContent.signed(
            epoch.framed(.application([1]), from: .member(epoch.leaf(1))), as: .privateMessage, epoch.suite,
            groupContext: epoch.context.bytes.flipping(20), with: epoch.keys[1])
        var sender = epoch.secrets
        let message = try sender.privateMessage(signed, padding: .none, random: .system)
        var receiver = epoch.secrets
        #expect(throws: MLSError.invalid(.messageSignature)) { _ = try epoch.open(message, with: &receiver) }
    }

    @Test func paddingThatIsNotZeroIsRefused() throws {
        let epoch = try SealingEpoch()
        let signed = try epoch.signed(.application([1]), as: .privateMessage, from: 1)
        let plaintext = try PrivateMessageContent.encoded(signed.content, signed.auth, padding: Padding { $0 + 3 })
        for place in 1...3 {
            var sender = epoch.secrets
            var receiver = epoch.secrets
            let message = try epoch.seal(
                plaintext: plaintext.flipping(plaintext.count - place), .application, from: 1, with: &sender)
            #expect(throws: MLSError.invalid(.paddingZero)) { _ = try epoch.open(message, with: &receiver) }
            #expect(receiver.stored == epoch.secrets.stored)
        }
    }

    @Test func aPlaintextThatIsNoContentIsRefused() throws {
        let epoch = try SealingEpoch()
        for (plaintext, type) in [
            ([], .application), ([1], .application), ([0, 0, 0, 0], .commit), ([0xFF, 0xFF], .proposal),
        ] as [([UInt8], ContentType)] {
            var sender = epoch.secrets
            var receiver = epoch.secrets
            let message = try epoch.seal(plaintext: plaintext, type, from: 1, with: &sender)
            #expect(throws: MLSError.self) { _ = try epoch.open(message, with: &receiver) }
            #expect(receiver.stored == epoch.secrets.stored)
        }
    }

    /// A ciphertext that is changed also changes the sample that its sender data's key is made of.
    private func refuses(
        _ message: PrivateMessage, with secrets: inout EpochSecrets, _ epoch: SealingEpoch
    ) throws {
        #expect(throws: MLSError.doesNotOpen) { _ = try epoch.open(message, with: &secrets) }
    }
}

extension [UInt8] {
    /// With one bit changed.
    func flipping(_ index: Int) -> [UInt8] {
        var copy = self
        copy[index] ^= 0x10
        return copy
    }
}
