import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// Somebody on the way changes messages: every changed one is refused, the group stays as it was, and the right one is
/// understood afterwards.
struct MutationAttackTests {
    /// Changed messages of each kind and suite.
    private static let count = AttackForm.choose(60, full: 12_000)
    private static let suites: [CipherSuite] = [.x25519AES128GCM, .x25519ChaCha20Poly1305]

    enum Kind: CaseIterable {
        case application, publicProposal, privateProposal, publicCommit, privateCommit, bigCommit, externalCommit

        /// Those whose content everybody on the way can read.
        static let readable: [Kind] = [.publicProposal, .publicCommit, .bigCommit, .externalCommit]

        func message(_ company: Company) throws -> [UInt8] {
            let rogue = company.rogue
            let update = try rogue.update()
            switch self {
            case .application: return try rogue.sealed(rogue.plaintext(.application([1, 2, 3]), padding: [0, 0, 0]))
            case .publicProposal: return try rogue.proposal(update)
            case .privateProposal: return try rogue.privateMessage(rogue.signed(.proposal(update), as: .privateMessage))
            case .publicCommit: return try rogue.commit([], rogue.path())
            case .privateCommit: return try rogue.commit([], rogue.path(), isPrivate: true)
            case .bigCommit:
                let package = try Player("newcomer", rogue.suite).bundle().keyPackage
                return try rogue.commit([
                    .remove(Remove(removed: LeafIndex(rawValue: 2))), .add(Add(keyPackage: package)),
                ]) { tree in
                    try tree.remove(LeafIndex(rawValue: 2))
                    return [try tree.add(package.leafNode)]
                }
            case .externalCommit:
                return try RogueJoiner(Player("joiner", rogue.suite), into: company.honest).join.message
            }
        }
    }

    @Test(arguments: Kind.allCases, suites)
    func aChangedMessageIsRefusedAndChangesNothing(_ kind: Kind, _ suite: CipherSuite) throws {
        var random = SeededRandom.announced()
        var company = try Company(of: 4, suite)
        let right = try kind.message(company)
        let before = try company.honest.snapshot()
        for _ in 0..<Self.count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            guard changed != right else { continue }
            do throws(MLSError) {
                let processed = try company.honest.process(changed)
                Issue.record("\(changed.hex) was taken for \(processed)")
            } catch {}
            #expect(try company.honest.snapshot() == before, "\(changed.hex) changed the group")
        }
        _ = try company.honest.process(right)
    }

    @Test(arguments: suites) func aChangedWelcomeLeadsNowhereElse(_ suite: CipherSuite) throws {
        var random = SeededRandom.announced()
        let invitation = try Invitation(to: 4, suite, forcesPath: true)
        let right = try invitation.welcome.sealed()
        let joined = try Group(joining: right, with: invitation.bundle)
        for _ in 0..<Self.count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            do throws(MLSError) {
                // What is for others in a Welcome isn't covered by anything.
                let group = try Group(joining: changed, with: invitation.bundle)
                let (authenticator, right) = (try group.epochAuthenticator, try joined.epochAuthenticator)
                #expect(authenticator == right, "\(changed.hex)")
            } catch {}
        }
    }

    @Test(arguments: suites) func aChangedGroupInfoAdmitsNobody(_ suite: CipherSuite) throws {
        var random = SeededRandom.announced()
        let right = try Company(of: 4, suite).honest.groupInfo()
        let joiner = Player("joiner", suite)
        for _ in 0..<Self.count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            guard changed != right else { continue }
            #expect(throws: MLSError.self, "\(changed.hex)") {
                try Group.joinByExternalCommit(changed, as: joiner.client)
            }
        }
    }

    @Test(arguments: suites) func aChangedKeyPackageIsNotAdded(_ suite: CipherSuite) throws {
        var random = SeededRandom.announced()
        var maker = try Company(of: 3, suite).honest
        let right = try Player("newcomer", suite).bundle().message()
        let before = try maker.snapshot()
        for _ in 0..<Self.count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            guard changed != right else { continue }
            do throws(MLSError) {
                guard let package = try MLSMessage(received: changed).asKeyPackage else { continue }
                _ = try maker.stageCommit([.add(package)], now: Player.now)
                Issue.record("\(changed.hex) was added")
            } catch {}
            #expect(try maker.snapshot() == before, "\(changed.hex) changed the group")
        }
    }
}
