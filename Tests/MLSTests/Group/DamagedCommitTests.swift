import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// A stored commit is bound to what it leads on from and to what was sent; damaged bytes are refused or read, never a
/// trap.
@Suite struct DamagedCommitTests {
    @Test func anEpochThatDoesntFollowIsRefused() throws {
        var party = try Party(3)
        var others = try Party(3)
        let commit = try party.groups[0].stageCommit(now: Person.now)
        let first = try commit.staged.stored
        let foreign = try others.groups[0].stageCommit(now: Person.now).staged.stored
        guard case .commit(let seen) = try party.groups[1].process(commit.message) else { throw MLSError.unsupported }
        try party.groups[0].merge(commit.staged)
        let second = try party.groups[0].stageCommit(now: Person.now).staged.stored
        for other in [foreign, second, try seen.stored] {
            let mixed = try first.front + other.tail
            #expect(throws: MLSError.malformed(.invalidValue)) { try StagedCommit(restoring: mixed.span) }
        }
        let whole = try first.front + first.tail
        let again = try StagedCommit(restoring: whole.span)
        #expect(try again.stored == first)
    }

    @Test func aMessageThatIsntTheCommitsIsRefused() throws {
        var party = try Party(2)
        let commit = try party.groups[0].stageCommit(now: Person.now)
        var stored = try commit.serialized().withBytes { bytes in bytes.indices.map { bytes[$0] } }
        // Behind it stand two flags for what there isn't.
        stored[stored.count - 3] ^= 1
        #expect(throws: MLSError.malformed(.invalidValue)) { try OutgoingCommit(restoring: stored.span) }
    }

    @Test func anyOtherByteThanZeroAndOneIsNoFlag() throws {
        var party = try Party(2)
        let staged = try party.groups[0].stageCommit(now: Person.now).staged
        var effects = try staged.effects.encoded()
        // Behind it: extensions, reInit, authenticated data, none of them.
        let place = effects.count - 4
        #expect(effects[place] == 1)
        effects[place] = 2
        #expect(throws: CodecError.invalidValue) { try CommitEffects(decoding: effects) }
    }

    @Test func damagedCommitsAndBundlesNeverTrap() throws {
        var party = try Party(3)
        let bundle = try Person("guest").bundle()
        let commit = try party.groups[0].stageCommit([.add(bundle.keyPackage)], now: Person.now)
        let commitBytes = try commit.serialized().withBytes { bytes in bytes.indices.map { bytes[$0] } }
        let bundleBytes = try bundle.serialized().withBytes { bytes in bytes.indices.map { bytes[$0] } }
        for count in stride(from: 0, to: commitBytes.count, by: 5) {
            let part = Array(commitBytes.prefix(count))
            #expect(throws: MLSError.self) { try OutgoingCommit(restoring: part.span) }
        }
        for count in 0..<bundleBytes.count {
            let part = Array(bundleBytes.prefix(count))
            #expect(throws: MLSError.self) { try KeyPackageBundle(restoring: part.span) }
        }
        var random = SeededRandom.announced()
        for _ in 0..<600 {
            var (damagedCommit, damagedBundle) = (commitBytes, bundleBytes)
            damagedCommit[Int.random(in: 0..<commitBytes.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            damagedBundle[Int.random(in: 0..<bundleBytes.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            if let read = try? OutgoingCommit(restoring: damagedCommit.span) {
                var group = party[0]
                try? group.merge(read.staged)
                _ = try? group.seal([1])
            }
            if let read = try? KeyPackageBundle(restoring: damagedBundle.span), let welcome = commit.welcome {
                _ = try? Group(joining: welcome, with: read)
            }
        }
    }
}

extension StagedCommit {
    fileprivate var stored: [UInt8] {
        get throws { try serialized().withBytes { bytes in bytes.indices.map { bytes[$0] } } }
    }
}

extension [UInt8] {
    /// Where the new epoch begins in a stored commit: behind version, reference, effects and base.
    private var epochPlace: Int {
        get throws {
            var cursor = Cursor()
            _ = try cursor.integer(UInt8.self, in: span)
            for _ in 0..<3 { _ = try cursor.opaque(.variable, in: span) }
            return cursor.position
        }
    }

    fileprivate var front: ArraySlice<UInt8> { get throws { try self[..<epochPlace] } }
    fileprivate var tail: ArraySlice<UInt8> { get throws { try self[epochPlace...] } }
}
