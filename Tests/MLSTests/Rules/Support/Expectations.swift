import MLS
import Sodium
import Testing

extension Company {
    /// Expects that a commit of these proposals is refused for breaking one rule before anything else of it is looked
    /// at: it has no path, and its tag is none.
    func expectRefusal(
        of proposals: [Proposal], for rule: ValidationRule, now: UnixTime? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        let commit = Commit(proposals: proposals.map(ProposalOrRef.proposal), path: nil)
        try MLSTests.expectRefusal(
            of: rogue.publicMessage(.commit(commit)), by: honest, as: .invalid(rule), now: now, place)
    }

    /// Expects that a commit that adds this key package is refused, and that an honest member doesn't make it.
    func expectRefusal(
        ofAdding keyPackage: KeyPackage, for rule: ValidationRule, now: UnixTime? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        try expectRefusal(of: [.add(Add(keyPackage: keyPackage))], for: rule, now: now, place)
        try expectNotMade([.add(keyPackage)], for: rule, place)
    }

    /// Expects that an honest member refuses to make a commit.
    func expectNotMade(
        _ changes: [ProposedChange], for rule: ValidationRule, _ place: SourceLocation = #_sourceLocation
    ) throws {
        var maker = honest
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) {
            try maker.stageCommit(changes, now: Player.now)
        }
        #expect(try maker.snapshot() == honest.snapshot(), "the group changed", sourceLocation: place)
    }
}
