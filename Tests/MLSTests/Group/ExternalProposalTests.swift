import MLS
import Sodium
import Testing

@Suite struct ExternalProposalTests {
    /// A group that lets one outsider propose.
    func party(_ key: SignatureSecretKey, _ suite: CipherSuite) throws -> Party {
        let sender = ExternalSender(signatureKey: key.publicKey, credential: .basic(identity: [1]))
        return try Party(3, suite, extensions: [try .externalSenders([sender])])
    }

    func message(_ change: ProposedChange, _ index: UInt32, _ key: SignatureSecretKey, _ group: Group) throws -> [UInt8]
    {
        try ExternalProposal.message(
            change, from: SenderIndex(rawValue: index), with: key, to: group.id, epoch: group.currentEpoch,
            cipherSuite: group.cipherSuite)
    }

    @Test(arguments: CipherSuite.tested)
    func anExternalSenderProposes(suite: CipherSuite) throws {
        let key = SignatureSecretKey()
        var party = try party(key, suite)
        #expect(party[0].externalSenders.map(\.signatureKey) == [key.publicKey])
        let guest = try Person("guest", suite).bundle()
        for change in [ProposedChange.add(guest.keyPackage), .remove(party[2].ownLeafIndex)] {
            let proposal = try message(change, 0, key, party[0])
            for index in party.groups.indices {
                let received = try party.groups[index].keep(proposal)
                #expect(received.sender == .external(SenderIndex(rawValue: 0)))
            }
        }
        let commit = try party.commit(1)
        #expect(commit.staged.effects.proposals.count == 2)
        #expect(party[2].status == .removed)
        party.groups[2] = try party.join(try #require(commit.welcome), guest)
        party.expectAgreement()
    }

    @Test func anExternalSenderIsKnownAndKeepsToItsKinds() throws {
        let key = SignatureSecretKey()
        var party = try party(key, .x25519ChaCha20Poly1305)
        let leaf = party[2].ownLeafIndex
        let before = try StoredGroup(party[0])
        let unknown = try message(.remove(leaf), 1, key, party[0])
        #expect(throws: MLSError.invalid(.externalSenderKnown)) { try party.groups[0].process(unknown) }
        let forged = try message(.remove(leaf), 0, SignatureSecretKey(), party[0])
        #expect(throws: MLSError.invalid(.messageSignature)) { try party.groups[0].process(forged) }
        #expect(throws: MLSError.invalid(.externalProposalType)) { try message(.update(), 0, key, party[0]) }
        #expect(try StoredGroup(party[0]) == before)
        var others = try Party(2)
        let stranger = try message(.remove(leaf), 0, key, others[0])
        #expect(throws: MLSError.invalid(.externalSenderKnown)) { try others.groups[0].process(stranger) }
    }

    @Test(arguments: CipherSuite.tested)
    func aClientAsksToBeAdded(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let guest = try Person("guest", suite).bundle()
        let proposal = try ExternalProposal.joining(
            party[0].id, epoch: party[0].currentEpoch, with: guest, authenticating: [6])
        for index in 0..<2 {
            let received = try party.groups[index].keep(proposal)
            #expect(received.sender == .newMemberProposal)
            #expect(received.authenticatedData == [6])
        }
        let commit = try party.commit(1)
        party.groups.append(try party.join(try #require(commit.welcome), guest))
        party.expectAgreement()
    }
}
