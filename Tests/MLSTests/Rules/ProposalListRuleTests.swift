import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §12.1, §12.2: proposals that may not be committed, or not together.
struct ProposalListRuleTests {
    private let nonce = [UInt8](repeating: 1, count: 32)

    @Test func refusesAnUpdateOfTheCommitterByValueAndByReference() throws {
        var company = try Company()
        let update = try company.rogue.update()
        try company.expectRefusal(of: [update], for: .updateNotByCommitter)
        try company.expectNotMade([.update()], for: .updateNotByCommitter)
        let reference = try company.cache(company.rogue.signed(.proposal(update), as: .publicMessage))
        let commit = try company.rogue.commit([.reference(reference)], company.rogue.path())
        try expectRefusal(of: commit, by: company.honest, for: .updateNotByCommitter)
    }

    @Test func refusesACommitThatRemovesItsCommitter() throws {
        let company = try Company()
        try company.expectRefusal(of: [.remove(Remove(removed: company.rogue.leaf))], for: .removeNotOfCommitter)
        try company.expectNotMade([.remove(company.honest.ownLeafIndex)], for: .removeNotOfCommitter)
    }

    @Test(arguments: [3, 4, 1_000, UInt32.max])
    func refusesToRemoveABlankLeaf(_ leaf: UInt32) throws {
        let company = try Company()
        let remove = Proposal.remove(Remove(removed: LeafIndex(rawValue: leaf)))
        try company.expectRefusal(of: [remove], for: .removeNamesMember)
        try expectRefusal(of: company.rogue.proposal(remove), by: company.honest, for: .removeNamesMember)
        try company.expectNotMade([.remove(LeafIndex(rawValue: leaf))], for: .removeNamesMember)
    }

    @Test func refusesToChangeALeafTwice() throws {
        var company = try Company()
        let victim = company.others[0].ownLeafIndex
        let remove = Proposal.remove(Remove(removed: victim))
        try company.expectRefusal(of: [remove, remove], for: .leafChangedOnce)
        try company.expectNotMade([.remove(victim), .remove(victim)], for: .leafChangedOnce)
        let other = RogueMember(company.others[0], company.players[2])
        let first = try company.cache(other.signed(.proposal(other.update()), as: .publicMessage))
        let second = try company.cache(other.signed(.proposal(other.update()), as: .publicMessage))
        for list in [[ProposalOrRef.reference(first), .reference(second)], [.reference(first), .proposal(remove)]] {
            let commit = try company.rogue.publicMessage(.commit(Commit(proposals: list, path: nil)))
            try expectRefusal(of: commit, by: company.honest, for: .leafChangedOnce)
        }
    }

    @Test func refusesToAddAClientTwice() throws {
        let company = try Company()
        let newcomer = Player("newcomer")
        let packages = [try newcomer.bundle().keyPackage, try newcomer.bundle().keyPackage]
        try company.expectRefusal(of: packages.map { .add(Add(keyPackage: $0)) }, for: .addedOnce)
        try company.expectNotMade(packages.map { .add($0) }, for: .addedOnce)
    }

    @Test func refusesToAddAMemberUnlessTheCommitRemovesIt() throws {
        var company = try Company()
        let package = try company.players[2].bundle().keyPackage
        let leaf = company.others[0].ownLeafIndex
        try company.expectRefusal(ofAdding: package, for: .addedNotMember)
        let again = try company.rogue.commit([.remove(Remove(removed: leaf)), .add(Add(keyPackage: package))]) { tree in
            try tree.remove(leaf)
            return [try tree.add(package.leafNode)]
        }
        try company.honest.follow(again)
        #expect(company.honest.member(at: leaf)?.leafNode == package.leafNode)
    }

    @Test func refusesAPSKTwice() throws {
        let company = try Company()
        let psk = Proposal.preSharedKey(PreSharedKey(psk: .external(id: [1], nonce: nonce)))
        try company.expectRefusal(of: [psk, psk], for: .pskOnce)
    }

    @Test(arguments: [0, 1, 31, 33, 64]) func refusesAPSKWithANonceOfAnotherLength(_ count: Int) throws {
        let company = try Company()
        let nonce = [UInt8](repeating: 1, count: count)
        let ids: [PreSharedKeyID] = [
            .external(id: [1], nonce: nonce),
            .resumption(usage: .application, groupID: company.honest.id, epoch: .first, nonce: nonce),
        ]
        for id in ids {
            let psk = Proposal.preSharedKey(PreSharedKey(psk: id))
            try company.expectRefusal(of: [psk], for: .pskNonceLength)
            try expectRefusal(of: company.rogue.proposal(psk), by: company.honest, for: .pskNonceLength)
        }
    }

    @Test func refusesPSKsThatBelongToAReinitialisationOrABranch() throws {
        let company = try Company()
        let usages: [(ResumptionPSKUsage, ValidationRule)] = [
            (.reInit, .pskReinitContext), (.branch, .pskBranchContext),
        ]
        for (usage, rule) in usages {
            let id = PreSharedKeyID.resumption(
                usage: usage, groupID: company.honest.id, epoch: company.honest.currentEpoch, nonce: nonce)
            let psk = Proposal.preSharedKey(PreSharedKey(psk: id))
            try company.expectRefusal(of: [psk], for: rule)
            try expectRefusal(of: company.rogue.proposal(psk), by: company.honest, for: rule)
        }
    }

    @Test func refusesAPSKThatNobodyHas() throws {
        let company = try Company()
        let external = PreSharedKeyID.external(id: [1], nonce: nonce)
        let old = PreSharedKeyID.resumption(
            usage: .application, groupID: GroupID([1]), epoch: .first, nonce: nonce)
        for id in [external, old] {
            let commit = try company.rogue.commit(
                [.proposal(.preSharedKey(PreSharedKey(psk: id)))], psks: [.init(id: id, psk: Secret(copying: nonce))])
            try expectRefusal(of: commit, by: company.honest, as: .missingPSK(id))
        }
    }

    @Test func refusesTwoListsOfExtensions() throws {
        let company = try Company()
        let change = Proposal.groupContextExtensions(GroupContextExtensions(extensions: []))
        try company.expectRefusal(of: [change, change], for: .groupContextExtensionsOnce)
        try company.expectNotMade([.extensions([]), .extensions([])], for: .groupContextExtensionsOnce)
    }

    @Test func refusesAnExtensionOfTheGroupTwice() throws {
        let company = try Company()
        let twice = Extensions([
            Extension(type: .externalSenders, data: [0]), Extension(type: .externalSenders, data: [0]),
        ])
        let change = Proposal.groupContextExtensions(GroupContextExtensions(extensions: twice))
        try expectRefusal(of: company.rogue.commit(setting: twice), by: company.honest, for: .groupExtensionsOnce)
        try expectRefusal(of: company.rogue.proposal(change), by: company.honest, for: .groupExtensionsOnce)
        try company.expectNotMade([.extensions(twice)], for: .groupExtensionsOnce)
        let reInit = Proposal.reInit(ReInit(groupID: GroupID([1]), cipherSuite: 3, extensions: twice))
        try company.expectRefusal(of: [reInit], for: .groupExtensionsOnce)
        #expect(throws: MLSError.invalid(.groupExtensionsOnce)) {
            try Group(
                cipherSuite: .x25519ChaCha20Poly1305, client: Player("creator").client, extensions: twice,
                now: Player.now)
        }
    }

    @Test func refusesAReInitBesideAnythingElse() throws {
        let company = try Company()
        let reInit = Proposal.reInit(ReInit(groupID: GroupID([1]), cipherSuite: 3, extensions: []))
        let psk = Proposal.preSharedKey(PreSharedKey(psk: .external(id: [1], nonce: nonce)))
        for list in [[reInit, psk], [psk, reInit], [reInit, reInit]] {
            try company.expectRefusal(of: list, for: .reinitAlone)
        }
    }

    @Test func refusesAReInitToAnOlderVersion() throws {
        let company = try Company()
        let reInit = Proposal.reInit(
            ReInit(groupID: GroupID([1]), version: ProtocolVersion(rawValue: 0), cipherSuite: 3, extensions: []))
        try company.expectRefusal(of: [reInit], for: .reinitVersion)
        try expectRefusal(of: company.rogue.proposal(reInit), by: company.honest, for: .reinitVersion)
    }

    @Test func refusesAMembersExternalInit() throws {
        let company = try Company()
        let initial = Proposal.externalInit(ExternalInit(kemOutput: [UInt8](repeating: 9, count: 32)))
        try company.expectRefusal(of: [initial], for: .externalInitByNewMember)
        try expectRefusal(of: company.rogue.proposal(initial), by: company.honest, for: .externalInitByNewMember)
    }

    @Test func refusesAReferenceToAProposalThatItDoesNotHave() throws {
        let company = try Company()
        let commit = try company.rogue.commit([.reference(ProposalRef(nonce))], company.rogue.path())
        try expectRefusal(of: commit, by: company.honest, as: .missingProposal(ProposalRef(nonce)))
    }

    @Test func sealsNothingWhileAProposalWaits() throws {
        var company = try Company()
        let remove = Proposal.remove(Remove(removed: company.others[0].ownLeafIndex))
        let reference = try company.cache(company.rogue.signed(.proposal(remove), as: .publicMessage))
        let before = try company.honest.snapshot()
        #expect(throws: MLSError.invalid(.applicationDataAfterCommit)) { try company.honest.seal([1]) }
        #expect(try company.honest.snapshot() == before)
        company.honest.forgetProposal(reference)
        _ = try company.honest.seal([1])
    }
}

extension RogueMember {
    /// An Update of this member, right but for `change`.
    func update(
        signedBy signer: SignatureSecretKey? = nil, at place: LeafIndex? = nil, in groupID: GroupID? = nil,
        _ change: (LeafNode) -> LeafNode = { $0 }
    ) throws -> Proposal {
        let old = try #require(group.epoch.tree[leaf])
        let key = HPKEPublicKey(KEMSecretKey.random(suite.hpke.kem, from: .system).publicKey)
        let new = try change(old.changed(encryptionKey: key, source: .update))
            .signed(by: signer ?? player.key, suite, groupID: groupID ?? group.id, at: place ?? leaf)
        return .update(Update(leafNode: new))
    }
}

extension Company {
    /// Lets everybody cache a proposal.
    mutating func cache(_ signed: AuthenticatedContent) throws -> ProposalRef {
        let message = try rogue.publicMessage(signed)
        let proposal = try honest.proposed(message)
        try honest.cache(proposal)
        return proposal.reference
    }
}
