import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// A member changes what it says at random, and signs and seals it as it should be: nothing that it can say traps, and
/// what is refused changes nothing.
struct RogueMutationAttackTests {
    /// Changed contents of each kind.
    private static let count = AttackForm.choose(150, full: 15_000)

    @Test(arguments: MutationAttackTests.Kind.readable)
    func aChangedContentRightlySignedIsRefusedOrFollowed(_ kind: MutationAttackTests.Kind) throws {
        var random = SeededRandom.announced()
        let company = try Company(of: 5)
        let message = try #require(try MLSMessage(received: kind.message(company)).asPublicMessage)
        let right = message.content.bytes
        let joiner = try RogueJoiner(into: company.honest)
        var signed = 0
        for _ in 0..<Self.count {
            let bytes = WireChange.random(using: &random).applied(to: right, using: &random)
            guard let content = try? FramedContent(decoding: bytes) else { continue }
            signed += 1
            let key = content.sender == .newMemberCommit ? joiner.player.key : company.rogue.player.key
            guard let framed = try? company.rogue.framed(content, by: key, message.auth.confirmationTag) else {
                continue
            }
            try company.honest.survives(framed)
        }
        #expect(signed > 0)
    }

    @Test(arguments: MutationAttackTests.Kind.readable)
    func aChangedPlaintextRightlySealedIsRefusedOrFollowed(_ kind: MutationAttackTests.Kind) throws {
        let company = try Company(of: 5)
        let message = try #require(try MLSMessage(received: kind.message(company)).asPublicMessage)
        try company.honest.survivesChanges(
            of: company.rogue.plaintext(message.content.value.content, tag: message.auth.confirmationTag),
            as: message.contentType, sealedBy: company.rogue, count: Self.count)
    }

    @Test func aChangedApplicationPlaintextRightlySealedIsRefusedOrOpened() throws {
        let company = try Company(of: 5)
        try company.honest.survivesChanges(
            of: company.rogue.plaintext(.application([1, 2, 3]), padding: [0, 0, 0]), as: .application,
            sealedBy: company.rogue, count: Self.count)
    }

    @Test func aChangedTreeRightlySignedIsRefusedOrJoined() throws {
        var random = SeededRandom.announced()
        let invitation = try Invitation(to: 7)
        let nodes = try invitation.welcome.nodes()
        let right = try RatchetTreeExtension(nodes).encoded()
        var decoded = 0
        for _ in 0..<Self.count {
            let bytes = WireChange.random(using: &random).applied(to: right, using: &random)
            guard let tree = try? RatchetTreeExtension(decoding: bytes), tree.nodes.count < 1_000 else { continue }
            decoded += 1
            var welcome = invitation.welcome
            try welcome.replaceTree(tree.nodes)
            let message = try welcome.sealed()
            do throws(MLSError) {
                let group = try Group(joining: message, with: invitation.bundle)
                #expect(tree.nodes == nodes, "\(bytes.hex) was joined: \(group.members)")
            } catch {}
        }
        #expect(decoded > 0)
    }

    @Test func shuffledNodesOfATreeAreRefused() throws {
        var random = SeededRandom.announced()
        // Without paths any order of key packages' leaves is a group that somebody might have made.
        for count in [3, 5, 7] {
            let invitation = try Invitation(to: count)
            let right = try invitation.welcome.nodes()
            for _ in 0..<(Self.count / 3) {
                var nodes = right
                let places = (0..<2).map { _ in Int.random(in: nodes.indices, using: &random) }
                switch Int.random(in: 0..<3, using: &random) {
                case 0: nodes.swapAt(places[0], places[1])
                case 1: nodes[places[0]] = nil
                default: nodes[places[0]] = nodes[places[1]]
                }
                guard nodes != right else { continue }
                var welcome = invitation.welcome
                try welcome.replaceTree(nodes)
                let message = try welcome.sealed()
                do throws(MLSError) {
                    _ = try Group(joining: message, with: invitation.bundle)
                    // A parent that is taken away was there for speed alone: nobody's key is planted.
                    #expect(nodes.isSubtree(of: right), "a tree was joined that no commits lead to")
                } catch {}
            }
        }
    }
}

extension [Node?] {
    /// Whether only parents are missing from `whole`.
    fileprivate func isSubtree(of whole: [Node?]) -> Bool {
        count == whole.count && indices.allSatisfy { self[$0] == whole[$0] || (self[$0] == nil && $0 % 2 == 1) }
    }
}

extension Group {
    /// Expects that a message is refused without a change, or taken.
    ///
    /// - Returns: whether it was refused.
    @discardableResult
    fileprivate func survives(_ message: [UInt8], _ place: SourceLocation = #_sourceLocation) throws -> Bool {
        var group = self
        do throws(MLSError) { _ = try group.process(message) } catch {
            #expect(try group.snapshot() == snapshot(), "\(message.hex) changed the group", sourceLocation: place)
            return true
        }
        return false
    }

    /// Expects it of a plaintext with anything changed, sealed as a member can. The signature is in it: only changes of
    /// nothing are taken.
    fileprivate func survivesChanges(
        of right: [UInt8], as type: ContentType, sealedBy rogue: RogueMember, count: Int
    ) throws {
        var random = SeededRandom.announced()
        var refused = 0
        for _ in 0..<count {
            let changed = WireChange.random(using: &random).applied(to: right, using: &random)
            if try survives(rogue.sealed(changed, as: type)) {
                refused += 1
            } else {
                #expect(changed.isPadded(right), "\(changed.hex) was taken")
            }
        }
        #expect(refused > 0)
    }
}

extension [UInt8] {
    /// Whether the two differ by zeros at their ends.
    fileprivate func isPadded(_ other: [UInt8]) -> Bool {
        let common = Swift.min(count, other.count)
        return prefix(common) == other.prefix(common)
            && dropFirst(common).allSatisfy { $0 == 0 } && other.dropFirst(common).allSatisfy { $0 == 0 }
    }
}

extension RogueMember {
    /// Any content, signed and tagged as its sender can.
    fileprivate func framed(
        _ content: FramedContent, by key: SignatureSecretKey, _ confirmationTag: [UInt8]?
    ) throws -> [UInt8] {
        let signed = try AuthenticatedContent.signed(
            content, as: .publicMessage, suite, groupContext: group.epoch.context.bytes, with: key)
        let isCommit = content.contentType == .commit
        return try publicMessage(isCommit ? signed.confirmed(by: confirmationTag ?? [0]) : signed)
    }

    fileprivate func plaintext(_ content: FramedContent.Content, tag: [UInt8]?) throws -> [UInt8] {
        var signed = try signed(content, as: .privateMessage)
        if let tag { signed = signed.confirmed(by: tag) }
        return try PrivateMessageContent.encoded(signed.content, signed.auth, padding: Padding { $0 + 8 })
    }
}
