import MLS
import Sodium
import TestSupport
import Testing

/// The published groups, with every message changed on its way before it comes as it was.
@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct VectorMutationAttackTests {
    /// Changed messages for each that is published.
    private static let count = AttackForm.choose(3, full: 400)

    @Test(arguments: PassiveClientCase.ours("passive-client-welcome.json"))
    func aChangedPublishedWelcomeLeadsNowhereElse(_ vector: PassiveClientCase) throws {
        var random = SeededRandom.announced()
        let right = [UInt8](hex: vector.welcome)
        let bundle = try vector.bundle()
        for _ in 0..<(10 * Self.count) {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            do throws(MLSError) {
                let group = try Group(joining: changed, with: bundle, options: vector.options)
                let authenticator = try group.epochAuthenticator
                #expect(authenticator.hex == vector.authenticator, "\(changed.hex)")
            } catch {}
        }
    }

    @Test(arguments: PassiveClientCase.ours("passive-client-handling-commit.json"))
    func aChangedPublishedMessageIsRefusedAndChangesNothing(_ vector: PassiveClientCase) throws {
        var random = SeededRandom.announced()
        var group = try Group(
            joining: [UInt8](hex: vector.welcome), with: vector.bundle(), options: vector.options)
        for epoch in vector.epochs {
            for proposal in epoch.proposals {
                try group.refuses([UInt8](hex: proposal), changed: Self.count, vector.psks, &random)
                try group.keep([UInt8](hex: proposal))
            }
            try group.refuses([UInt8](hex: epoch.commit), changed: Self.count, vector.psks, &random)
            try group.take([UInt8](hex: epoch.commit), psks: vector.psks)
            #expect(try group.epochAuthenticator.hex == epoch.authenticator)
        }
    }

    @Test func publishedMessagesOfNoGroupAreRefusedChangedOrNot() throws {
        var random = SeededRandom.announced()
        let company = try Company()
        var group = company.honest
        let before = try group.snapshot()
        for kind in WireValue.allCases {
            for bytes in MessageVector.values(of: kind) {
                for _ in 0..<Self.count {
                    let changed = WireChange.random(using: &random).applied(to: bytes, using: &random)
                    for message in [bytes, changed] {
                        #expect(throws: MLSError.self) { try group.process(message) }
                    }
                }
            }
            #expect(try group.snapshot() == before)
        }
    }
}

extension Group {
    fileprivate mutating func refuses(
        _ right: [UInt8], changed count: Int, _ psks: PSKStore, _ random: inout SeededRandom
    ) throws {
        let before = try snapshot()
        for _ in 0..<count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            guard changed != right else { continue }
            do throws(MLSError) {
                let processed = try process(changed, psks: psks)
                Issue.record("\(changed.hex) was taken for \(processed)")
            } catch {}
            #expect(try snapshot() == before, "\(changed.hex) changed the group")
        }
    }
}
