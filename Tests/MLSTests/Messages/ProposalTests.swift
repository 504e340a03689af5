import MLS
import TLSCodec
import Testing

@Suite struct ProposalTests {
    static let proposals: [(proposal: Proposal, type: UInt8, isKind: @Sendable (Proposal) -> Bool)] = [
        (.add(Add(keyPackage: Samples.keyPackage)), 1, { $0.asAdd != nil }),
        (.update(Update(leafNode: Samples.leaf(.update))), 2, { $0.asUpdate != nil }),
        (Samples.remove, 3, { $0.asRemove != nil }),
        (.preSharedKey(PreSharedKey(psk: .external(id: [1], nonce: []))), 4, { $0.asPreSharedKey != nil }),
        (.reInit(ReInit(groupID: GroupID([1]), cipherSuite: 0xFFFF, extensions: [])), 5, { $0.asReInit != nil }),
        (.externalInit(ExternalInit(kemOutput: [1, 2])), 6, { $0.asExternalInit != nil }),
        (.groupContextExtensions(GroupContextExtensions(extensions: [])), 7, { $0.asGroupContextExtensions != nil }),
    ]

    @Test func everyProposalComesBackAsItsKind() throws {
        for (proposal, type, isKind) in Self.proposals {
            let bytes = try proposal.encoded()
            #expect(bytes.prefix(2) == [0, type])
            #expect(try Proposal(decoding: bytes) == proposal)
            #expect(Self.proposals.filter { $0.isKind(proposal) }.map(\.type) == [type])
            #expect(isKind(proposal))
            #expect(proposal.type.rawValue == UInt16(type))
        }
    }

    @Test(arguments: [0, 8, 9, 0x0A0A, 0x0101, 0xF000, 0xFFFF] as [UInt16])
    func aProposalOfNoKnownTypeIsRefused(type: UInt16) {
        var writer = Writer()
        writer.integer(type)
        #expect(throws: CodecError.invalidValue) { try Proposal(decoding: writer.bytes + [0, 0, 0, 0]) }
    }

    @Test func aCommitIsLaidOutAsTheTextSays() throws {
        let leaf = Samples.leafStart + [3, 1, 0xCC, 0] + Samples.leafEnd
        let proposals: [UInt8] = [10, 1, 0, 3, 0, 0, 0, 5, 2, 1, 0xAB]
        let nodes: [UInt8] = [7, 1, 0x21, 4, 1, 0x31, 1, 0x32]
        #expect(try Samples.commit.encoded() == proposals + [1] + leaf + nodes)
        #expect(try Commit(decoding: Samples.commit.encoded()) == Samples.commit)
        #expect(try Commit(decoding: [0, 0]) == Commit(proposals: [], path: nil))
    }

    @Test func aCommitsChoicesAreZeroOrOneAndOneOrTwo() {
        for presence: UInt8 in [2, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try Commit(decoding: [0, presence]) }
        }
        for kind: UInt8 in [0, 3, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try Commit(decoding: [2, kind, 0, 0]) }
        }
    }
}
