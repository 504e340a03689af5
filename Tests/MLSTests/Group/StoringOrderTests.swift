import MLS
import Sodium
import Testing

/// The advice on storing, followed to the letter: the message part after every step; after a merge the epoch part with
/// it; of a new group both.
@Suite struct StoringOrderTests {
    /// A member whose program ends after every step.
    private struct Forgetful {
        private var epochPart: [UInt8]
        private var messagePart: [UInt8]
        let configuration: GroupConfiguration

        init(_ group: Group) throws {
            let stored = try StoredGroup(group)
            (epochPart, messagePart) = (stored.epochPart, stored.messagePart)
            configuration = group.configuration
        }

        func restored() throws -> Group {
            try Group(epochPart: epochPart.span, messagePart: messagePart.span, configuration: configuration)
        }

        /// Takes a step, stores what it changes, and finds the group again as it was left.
        mutating func step<Result>(isMerge: Bool = false, _ body: (inout Group) throws -> Result) throws -> Result {
            var group = try restored()
            let result = try body(&group)
            let stored = try StoredGroup(group)
            messagePart = stored.messagePart
            if isMerge { epochPart = stored.epochPart }
            #expect(try StoredGroup(restored()) == stored)
            return result
        }
    }

    @Test(arguments: [HandshakeFormat.privateMessage, .publicMessage])
    func aGroupComesBackAfterEveryStepAsTheDocumentationBids(format: HandshakeFormat) throws {
        let party = try Party(3, configuration: GroupConfiguration(handshakes: format, pastEpochs: 1))
        var members = try party.groups.map { try Forgetful($0) }
        // Proposed and forgotten, then proposed and kept by everybody.
        let vain = try members[0].step { try $0.propose(.extensions([]), now: Person.now) }
        try members[0].step { $0.forgetProposal(vain.reference) }
        let proposal = try members[0].step { try $0.propose(.update(), now: Person.now) }
        for index in 1...2 {
            let heard = try members[index].step { try $0.process(proposal.message) }
            guard case .proposal(let received) = heard else { throw MLSError.unsupported }
            try members[index].step { try $0.cache(received) }
        }
        // Committed by one; it comes back to it, and the others follow.
        let commit = try members[1].step { try $0.stageCommit(now: Person.now) }
        guard case .ownCommit = try members[1].step({ try $0.process(commit.message) }) else {
            throw MLSError.unsupported
        }
        for index in [0, 2] {
            let heard = try members[index].step { try $0.process(commit.message) }
            guard case .commit(let staged) = heard else { throw MLSError.unsupported }
            try members[index].step(isMerge: true) { try $0.merge(staged) }
        }
        try members[1].step(isMerge: true) { try $0.merge(commit.staged) }
        // They talk in the new epoch.
        let message = try members[0].step { try $0.seal([1]) }
        for index in 1...2 { #expect(try members[index].step { try $0.hear(message) }.content == [1]) }
    }

    @Test func theEpochPartOfAMergeAloneBringsNothingBack() throws {
        var party = try Party(2)
        let before = try StoredGroup(party[0])
        try party.commit(1)
        let after = try StoredGroup(party[0])
        #expect(after.epochPart != before.epochPart && after.messagePart != before.messagePart)
        #expect(throws: MLSError.wrongEpoch) {
            try Group(epochPart: after.epochPart.span, messagePart: before.messagePart.span)
        }
    }
}
