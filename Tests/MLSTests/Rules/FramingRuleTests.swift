import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §6: who may send what, and how it is proven.
struct FramingRuleTests {
    @Test func whatTheRogueMakesIsFollowedWhenNothingIsWrongWithIt() throws {
        var company = try Company()
        for isPrivate in [false, true] {
            try company.honest.follow(company.rogue.commit([], company.rogue.path(), isPrivate: isPrivate))
            company = try Company()
        }
        let newcomer = try Player("newcomer").bundle().keyPackage
        let adding = try company.rogue.commit([.add(Add(keyPackage: newcomer))]) { tree in
            [try tree.add(newcomer.leafNode)]
        }
        try company.honest.follow(adding)
        #expect(company.honest.memberCount == 4)
    }

    @Test func refusesApplicationDataThatEverybodyCouldRead() throws {
        let company = try Company()
        let signed = try company.rogue.signed(.application([1]), as: .publicMessage)
        let message = PublicMessage(
            content: signed.content, auth: signed.auth, membershipTag: [UInt8](repeating: 0, count: 32))
        try expectRefusal(
            of: MLSMessage.publicMessage(message).encoded(), by: company.honest, for: .applicationDataPrivate)
        let secrets = try #require(company.rogue.group.secrets)
        #expect(throws: MLSError.invalid(.applicationDataPrivate)) { try secrets.publicMessage(signed) }
    }

    @Test func refusesWhatIsSignedWithAnotherKey() throws {
        let company = try Company()
        let stranger = SignatureSecretKey()
        let remove = Proposal.remove(Remove(removed: company.others[0].ownLeafIndex))
        try expectRefusal(
            of: company.rogue.proposal(remove, by: stranger), by: company.honest, for: .messageSignature)
        let signed = try company.rogue.signed(.application([1]), as: .privateMessage, by: stranger)
        try expectRefusal(of: company.rogue.privateMessage(signed), by: company.honest, for: .messageSignature)
    }

    @Test func refusesWhatIsSignedInAnothersName() throws {
        let company = try Company()
        let victim = Sender.member(company.others[0].ownLeafIndex)
        let update = Proposal.remove(Remove(removed: company.honest.ownLeafIndex))
        try expectRefusal(of: company.rogue.proposal(update, from: victim), by: company.honest, for: .messageSignature)
    }

    @Test(arguments: [0, 1, 63, 65, 128])
    func refusesASignatureOfAnotherLength(_ byteCount: Int) throws {
        let company = try Company()
        let right = try company.rogue.signed(
            .proposal(.remove(Remove(removed: .init(rawValue: 2)))), as: .publicMessage)
        let wrong = AuthenticatedContent(
            wireFormat: .publicMessage, content: right.content,
            auth: FramedContentAuthData(signature: [UInt8](repeating: 1, count: byteCount)))
        try expectRefusal(of: company.rogue.publicMessage(wrong), by: company.honest, for: .messageSignature)
    }

    @Test(arguments: [3, 4, 1_000, UInt32.max])
    func refusesASenderWhoseLeafIsBlankOrNotInTheTree(_ leaf: UInt32) throws {
        let company = try Company()
        let message = try company.rogue.proposal(
            .remove(Remove(removed: LeafIndex(rawValue: 2))), from: .member(LeafIndex(rawValue: leaf)))
        try expectRefusal(of: message, by: company.honest, for: .senderIsMember)
    }

    @Test func refusesAnExternalSenderWhomTheGroupDoesNotName() throws {
        let sender = SignatureSecretKey()
        let named = try Extensions([
            Extension(
                ExternalSenders([
                    ExternalSender(signatureKey: sender.publicKey, credential: .basic(identity: [1]))
                ]))
        ])
        let remove = Proposal.remove(Remove(removed: LeafIndex(rawValue: 2)))
        for (extensions, index) in [(Extensions([]), UInt32(0)), (named, 1), (named, .max)] {
            let company = try Company(extensions: extensions)
            let message = try company.rogue.proposal(
                remove, from: .external(SenderIndex(rawValue: index)), by: sender)
            try expectRefusal(of: message, by: company.honest, for: .externalSenderKnown)
        }
        var company = try Company(extensions: named)
        let right = try company.rogue.proposal(remove, from: .external(SenderIndex(rawValue: 0)), by: sender)
        guard case .proposal = try company.honest.process(right) else { return #expect(Bool(false)) }
    }

    @Test func refusesAnExternalSendersCommit() throws {
        let sender = SignatureSecretKey()
        let company = try Company(extensions: .naming(sender))
        let commit = FramedContent.Content.commit(Commit(proposals: [], path: nil))
        let message = try company.rogue.publicMessage(commit, from: .external(SenderIndex(rawValue: 0)), by: sender)
        try expectRefusal(of: message, by: company.honest, for: .externalSenderProposes)
    }

    @Test func refusesAnExternalSendersUpdateAndExternalInit() throws {
        let sender = SignatureSecretKey()
        let company = try Company(extensions: .naming(sender))
        let leaf = try #require(company.rogue.group.member(at: company.rogue.leaf)).leafNode
        for proposal in [Proposal.update(Update(leafNode: leaf)), .externalInit(ExternalInit(kemOutput: [1]))] {
            let message = try company.rogue.proposal(
                proposal, from: .external(SenderIndex(rawValue: 0)), by: sender)
            try expectRefusal(of: message, by: company.honest, for: .externalProposalType)
        }
    }

    @Test func refusesANewMembersProposalThatIsNotAnAdd() throws {
        let company = try Company()
        let stranger = SignatureSecretKey()
        let contents: [FramedContent.Content] = [
            .proposal(.remove(Remove(removed: LeafIndex(rawValue: 2)))), .commit(Commit(proposals: [], path: nil)),
        ]
        for content in contents {
            let message = try company.rogue.publicMessage(content, from: .newMemberProposal, by: stranger)
            try expectRefusal(of: message, by: company.honest, for: .newMemberProposalIsAdd)
        }
    }

    @Test func refusesANewMembersCommitThatIsNone() throws {
        let company = try Company()
        let message = try company.rogue.proposal(
            .remove(Remove(removed: LeafIndex(rawValue: 2))), from: .newMemberCommit, by: SignatureSecretKey())
        try expectRefusal(of: message, by: company.honest, for: .newMemberCommitIsCommit)
    }

    @Test(arguments: [nil, 0, 1, 16, 31, 33, 64] as [Int?])
    func refusesACommitWithAnotherConfirmationTag(_ byteCount: Int?) throws {
        let company = try Company()
        let path = try company.rogue.path()
        let tag = [UInt8](repeating: 0xA5, count: byteCount ?? 32)
        for isPrivate in [false, true] {
            let message = try company.rogue.commit([], path, isPrivate: isPrivate, confirmationTag: tag)
            try expectRefusal(of: message, by: company.honest, for: .confirmationTag)
        }
    }

    @Test(arguments: [nil, 0, 1, 16, 31, 33, 64] as [Int?])
    func refusesAMembersMessageWithAnotherMembershipTag(_ byteCount: Int?) throws {
        let company = try Company()
        let right = try company.rogue.proposal(.remove(Remove(removed: LeafIndex(rawValue: 2))))
        let message = try #require(try MLSMessage(decoding: right).asPublicMessage)
        var tag = try #require(message.membershipTag)
        if let byteCount {
            tag = Array((tag + tag).prefix(byteCount))
        } else {
            tag[31] ^= 1
        }
        let wrong = PublicMessage(content: message.content, auth: message.auth, membershipTag: tag)
        try expectRefusal(of: MLSMessage.publicMessage(wrong).encoded(), by: company.honest, for: .membershipTag)
    }
}

extension Extensions {
    /// A group's extensions that let somebody outside propose.
    static func naming(_ sender: SignatureSecretKey) throws -> Extensions {
        let named = ExternalSender(signatureKey: sender.publicKey, credential: .basic(identity: [1]))
        return Extensions([try Extension(ExternalSenders([named]))])
    }
}
