import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §6.3, §9, §15: sealed messages that nobody may open, or not twice, or not so far ahead.
struct PrivateMessageRuleTests {
    @Test func whatTheRogueSealsIsOpenedWhenNothingIsWrongWithIt() throws {
        var company = try Company()
        let message = try company.rogue.sealed(company.rogue.plaintext(.application([7]), padding: [0, 0]))
        let opened = try company.honest.hear(message)
        #expect(opened.content == [7])
        try expectRefusal(of: message, by: company.honest, as: .secretUsedOrGone)
    }

    @Test(arguments: [[1], [0, 0, 1], [0x80, 0], [UInt8](repeating: 0, count: 999) + [1]] as [[UInt8]])
    func refusesPaddingThatIsNotZero(_ padding: [UInt8]) throws {
        let company = try Company()
        let message = try company.rogue.sealed(company.rogue.plaintext(.application([7]), padding: padding))
        try expectRefusal(of: message, by: company.honest, for: .paddingZero)
    }

    @Test(arguments: [3, 4, 1_000, UInt32.max])
    func refusesSenderDataThatNamesABlankLeaf(_ leaf: UInt32) throws {
        let company = try Company()
        let message = try company.rogue.sealed([], from: LeafIndex(rawValue: leaf))
        try expectRefusal(of: message, by: company.honest, for: .senderDataLeaf)
    }

    @Test func refusesAMessageSealedInAnothersName() throws {
        let company = try Company()
        let plaintext = try company.rogue.plaintext(.application([7]))
        let message = try company.rogue.sealed(plaintext, from: company.others[0].ownLeafIndex)
        try expectRefusal(of: message, by: company.honest, for: .messageSignature)
    }

    @Test func refusesAGenerationThatIsTooFarAheadAtOnce() throws {
        let company = try Company()
        let plaintext = try company.rogue.plaintext(.application([7]))
        let max = UInt32(MLSLimits.generationsAheadDefault)
        let clock = ContinuousClock()
        for generation in [max + 1, UInt32.max] {
            let message = try company.rogue.sealed(plaintext, generation: generation)
            let taken = try clock.measure {
                try expectRefusal(of: message, by: company.honest, as: .generationTooFar)
            }
            #expect(taken < .seconds(5))
        }
        var honest = company.honest
        _ = try honest.hear(company.rogue.sealed(plaintext, generation: max))
    }

    @Test(arguments: [0, 1, 11, 13, 64]) func refusesSenderDataOfAnotherLength(_ count: Int) throws {
        let company = try Company()
        let plaintext = try company.rogue.plaintext(.application([7]))
        let message = try company.rogue.sealed(plaintext, senderData: [UInt8](repeating: 0, count: count))
        let error: CodecError = count > 12 ? .trailingBytes : .truncated
        try expectRefusal(of: message, by: company.honest, as: .malformed(error))
    }

    @Test func refusesAnEmptyAndAShortCiphertext() throws {
        let company = try Company()
        let right = try #require(
            try MLSMessage(received: company.rogue.sealed(company.rogue.plaintext(.application([7])))).asPrivateMessage)
        for count in [0, 1, 15, 16, 17, right.ciphertext.count - 1] {
            let ciphertext = Array(right.ciphertext.prefix(count))
            try expectRefusal(of: right.with(ciphertext: ciphertext), by: company.honest, as: .doesNotOpen)
        }
        for count in [0, 1, 15, 16, 27, 29] {
            let senderData = Array((right.encryptedSenderData + [0]).prefix(count))
            try expectRefusal(of: right.with(senderData: senderData), by: company.honest, as: .doesNotOpen)
        }
    }

    @Test func refusesAMessageThatWasSealedAsAnotherKind() throws {
        let company = try Company()
        let right = try #require(
            try MLSMessage(received: company.rogue.sealed(company.rogue.plaintext(.application([7])))).asPrivateMessage)
        for type in [ContentType.proposal, .commit] {
            try expectRefusal(of: right.with(type: type), by: company.honest, as: .doesNotOpen)
        }
        try expectRefusal(of: right.with(authenticatedData: [1]), by: company.honest, as: .doesNotOpen)
    }

    @Test func refusesAMessageOfAnotherGroupOrEpoch() throws {
        var company = try Company()
        let message = try company.rogue.sealed(company.rogue.plaintext(.application([7])))
        let other = try Company()
        try expectRefusal(of: message, by: other.honest, as: .wrongGroup)
        try company.honest.follow(company.rogue.commit([], company.rogue.path()))
        try expectRefusal(of: message, by: company.honest, as: .wrongEpoch)
    }

    @Test func aRefusedCommitLeavesTheKeyThatItCameWith() throws {
        var company = try Company()
        let wrong = try company.rogue.commit(
            [], company.rogue.path(), isPrivate: true, confirmationTag: [UInt8](repeating: 0, count: 32))
        try expectRefusal(of: wrong, by: company.honest, for: .confirmationTag)
        try company.honest.follow(company.rogue.commit([], company.rogue.path(), isPrivate: true))
    }
}

extension PrivateMessage {
    /// The same message with some parts replaced, as an MLSMessage.
    fileprivate func with(
        type: ContentType? = nil, authenticatedData: [UInt8]? = nil, senderData: [UInt8]? = nil,
        ciphertext: [UInt8]? = nil
    ) throws -> [UInt8] {
        try MLSMessage.privateMessage(
            PrivateMessage(
                groupID: groupID, epoch: epoch, contentType: type ?? contentType,
                authenticatedData: authenticatedData ?? self.authenticatedData,
                encryptedSenderData: senderData ?? encryptedSenderData, ciphertext: ciphertext ?? self.ciphertext)
        ).serialized()
    }
}
