import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// Stored bytes are the caller's own, but a disk or a mistake may have changed them: parts that don't belong together
/// are refused, and whatever was read, nothing traps.
@Suite struct DamagedStateTests {
    @Test func partsOfTwoMembersAreRefused() throws {
        var party = try Party(3)
        try party.say(0, "a")
        let stored = try party.groups.map { try StoredGroup($0) }
        for (index, other) in [(0, 1), (1, 2), (2, 0)] {
            let mixed = StoredGroup(epochPart: stored[index].epochPart, messagePart: stored[other].messagePart)
            #expect(throws: MLSError.wrongEpoch) { try mixed.restored() }
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aKeyThatIsntTheTreesIsRefused(suite: CipherSuite) throws {
        var party = try Party(3, suite)
        try party.commit(0)
        let keys = try #require(party[0].epoch.member)
        let other = KEMSecretKey.random(suite.hpke.kem)
        for (node, key) in keys.path.nodeKeys {
            var stored = try StoredGroup(party[0])
            #expect(party[0].epoch.tree.parent(at: node)?.encryptionKey.bytes == key.publicKey.bytes)
            stored.replaceInEpochPart(key.copied, by: other.copied)
            #expect(throws: MLSError.malformed(.invalidValue)) { try stored.restored() }
        }
    }

    @Test func hashesAndTagsThatDontFitAreRefused() throws {
        let party = try Party(2)
        let epoch = party[0].epoch
        for bytes in [
            epoch.interimTranscriptHash, epoch.confirmationTag, epoch.context.groupContext.treeHash,
            epoch.context.groupContext.confirmedTranscriptHash,
        ] {
            var stored = try StoredGroup(party[0])
            stored.replaceInEpochPart(bytes, by: bytes.map { $0 ^ 1 })
            #expect(throws: MLSError.self) { try stored.restored() }
        }
    }

    @Test func aDamagedGroupIsUsedWithoutATrap() throws {
        var party = try Party(4, configuration: GroupConfiguration(pastEpochs: 1))
        let late = try party.groups[2].seal([1])
        try party.commit(0)
        let message = try party.groups[2].seal([2])
        let commit = try party.groups[3].stageCommit([.remove(party[2].ownLeafIndex)], now: Person.now)
        let stored = try StoredGroup(party[1])
        var random = SeededRandom.announced()
        for round in 0..<600 {
            var damaged = stored
            damaged.damage(inEpochPart: round % 2 == 0, using: &random)
            guard var group = try? damaged.restored(party[1].configuration) else { continue }
            _ = try? group.process(late)
            _ = try? group.process(message)
            _ = try? group.seal([3])
            _ = try? group.propose(.update(), now: Person.now)
            _ = try? group.stageCommit(now: Person.now)
            guard case .commit(let staged)? = try? group.process(commit.message) else { continue }
            try? group.merge(staged)
            _ = try? group.epochPart()
        }
    }
}

extension StoredGroup {
    fileprivate mutating func replaceInEpochPart(_ old: [UInt8], by new: [UInt8]) {
        var bytes = epochPart
        for place in bytes.indices.dropLast(old.count - 1) where bytes[place..<(place + old.count)].elementsEqual(old) {
            bytes.replaceSubrange(place..<(place + old.count), with: new)
        }
        #expect(bytes != epochPart)
        self = StoredGroup(epochPart: bytes, messagePart: messagePart)
    }

    fileprivate mutating func damage(inEpochPart: Bool, using random: inout SeededRandom) {
        var (epoch, messages) = (epochPart, messagePart)
        if inEpochPart {
            epoch[Int.random(in: 0..<epoch.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        } else {
            messages[Int.random(in: 0..<messages.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        self = StoredGroup(epochPart: epoch, messagePart: messages)
    }
}
