import MLS
import Sodium
import Testing

struct SecretTreeTests {
    private let first = LeafIndex(rawValue: 0)
    private let third = LeafIndex(rawValue: 2)

    @Test(arguments: CipherSuite.all) func whatOneSealsWithAnotherOpensWith(_ suite: CipherSuite) throws {
        var sender = tree(suite)
        var receiver = sender
        for number in 0..<6 {
            for type in ContentType.allCases {
                let (generation, key) = try sender.nextKey(of: third, for: type)
                #expect(generation.rawValue == (type == .application ? number : 2 * number + (type == .commit ? 1 : 0)))
                #expect(try receiver.take(third, type, generation).bytes == key.bytes)
            }
        }
    }

    @Test func everyOrderOfFiveMessagesGivesEachKeyOnce() throws {
        var sender = tree()
        let keys = try (0..<5).map { _ in try sender.nextKey(of: third, for: .application) }
        for order in permutations(of: [0, 1, 2, 3, 4]) {
            var receiver = tree()
            for index in order {
                #expect(
                    try receiver.take(third, .application, keys[index].generation).bytes == keys[index].key.bytes)
                #expect(throws: MLSError.secretUsedOrGone) {
                    _ = try receiver.take(third, .application, keys[index].generation)
                }
            }
            #expect(throws: MLSError.secretUsedOrGone) { _ = try receiver.take(third, .application, .first) }
        }
    }

    @Test func ratchetsOfLeavesAndOfKindsAreApart() throws {
        var tree = tree(leafCount: 8)
        var seen: Set<[UInt8]> = []
        for leaf in 0..<8 {
            for type in [ContentType.application, .commit] {
                for _ in 0..<3 {
                    let key = try tree.nextKey(of: LeafIndex(rawValue: UInt32(leaf)), for: type).key
                    #expect(seen.insert(key.bytes).inserted)
                }
            }
        }
    }

    @Test func lookingForAKeyUsesNothingUp() throws {
        let tree = tree()
        let found = try tree.key(of: third, for: .application, Generation(rawValue: 7), RatchetLimits())
        let again = try tree.key(of: third, for: .application, Generation(rawValue: 7), RatchetLimits())
        #expect(found.key.bytes == again.key.bytes)
        let earlier = try tree.key(of: third, for: .application, Generation(rawValue: 6), RatchetLimits())
        #expect(earlier.key.bytes != again.key.bytes)
    }

    @Test func whoSealsCannotOpenItsOwn() throws {
        var tree = tree()
        let own = try tree.nextKey(of: third, for: .application)
        #expect(throws: MLSError.secretUsedOrGone) { _ = try tree.take(third, .application, own.generation) }
    }

    @Test func leavesOutsideOfTheTreeHaveNoKeys() throws {
        for count in [1, 2, 4, 1024] as [UInt64] {
            var tree = tree(leafCount: count)
            #expect(throws: Never.self) {
                _ = try tree.nextKey(of: LeafIndex(rawValue: UInt32(count - 1)), for: .application)
            }
            for outside in [UInt32(count), UInt32(count) + 1, .max] {
                #expect(throws: MLSError.noSuchMember) {
                    _ = try tree.nextKey(of: LeafIndex(rawValue: outside), for: .application)
                }
                #expect(throws: MLSError.noSuchMember) {
                    _ = try tree.take(LeafIndex(rawValue: outside), .commit, .first)
                }
            }
        }
    }

    @Test(arguments: [0, 1, 7, 300]) func aMessageIsAtMostSoFarAhead(_ limit: Int) throws {
        let limits = RatchetLimits(generationsAheadMax: limit, skippedKeysMax: 1000)
        var receiver = tree()
        #expect(throws: MLSError.generationTooFar) {
            _ = try receiver.take(third, .application, Generation(rawValue: UInt32(limit) + 1), limits)
        }
        #expect(throws: MLSError.generationTooFar) {
            _ = try receiver.take(third, .application, Generation(rawValue: .max), limits)
        }
        _ = try receiver.take(third, .application, Generation(rawValue: UInt32(limit)), limits)
        // From there the next one may be as far again.
        #expect(throws: MLSError.generationTooFar) {
            _ = try receiver.take(third, .application, Generation(rawValue: 2 * UInt32(limit) + 2), limits)
        }
        _ = try receiver.take(third, .application, Generation(rawValue: 2 * UInt32(limit) + 1), limits)
    }

    @Test(arguments: [0, 1, 5, 40, 99, 100, 101]) func theLastSkippedKeysAreKept(_ limit: Int) throws {
        let limits = RatchetLimits(generationsAheadMax: 1000, skippedKeysMax: limit)
        var sender = tree()
        let keys = try (0..<101).map { _ in try sender.nextKey(of: third, for: .application) }
        var receiver = tree()
        _ = try receiver.take(third, .application, keys[60].generation, limits)
        _ = try receiver.take(third, .application, keys[100].generation, limits)
        let passedOver = (0..<100).filter { $0 != 60 }
        // Of the first leap's no more than the limit were kept, of both together neither.
        let kept = passedOver.suffix(limit).filter { $0 > 60 || $0 >= 60 - limit }
        for index in 0...100 {
            var state = receiver
            if kept.contains(index) {
                let key = try state.take(third, .application, keys[index].generation, limits)
                #expect(key.bytes == keys[index].key.bytes)
            } else {
                #expect(throws: MLSError.secretUsedOrGone) {
                    _ = try state.take(third, .application, keys[index].generation, limits)
                }
            }
        }
    }

    @Test func limitsOfAConfigurationAreCutToThoseOfTheRoom() {
        let wild = RatchetLimits(generationsAheadMax: .max, skippedKeysMax: .max)
        #expect(wild.generationsAheadMax == MLSLimits.generationsAheadMax)
        #expect(wild.skippedKeysMax == MLSLimits.skippedKeysMax)
        let negative = RatchetLimits(generationsAheadMax: .min, skippedKeysMax: -1)
        #expect(negative.generationsAheadMax == 0)
        #expect(negative.skippedKeysMax == 0)
        #expect(RatchetLimits().generationsAheadMax == MLSLimits.generationsAheadDefault)
        #expect(RatchetLimits().skippedKeysMax == MLSLimits.skippedKeysDefault)
    }

    private func tree(_ suite: CipherSuite = .x25519ChaCha20Poly1305, leafCount: UInt64 = 4) -> SecretTree {
        SecretTree(
            suite, encryptionSecret: Secret(copying: [UInt8](repeating: 8, count: 32)),
            leafCount: LeafCount(leafCount) ?? .one)
    }

    private func permutations(of numbers: [Int]) -> [[Int]] {
        guard let last = numbers.last else { return [[]] }
        return permutations(of: numbers.dropLast()).flatMap { shorter in
            (0...shorter.count).map { place in
                var longer = shorter
                longer.insert(last, at: place)
                return longer
            }
        }
    }
}

extension MessageKey {
    /// Where a test compares them.
    var bytes: [UInt8] { withParts { [UInt8](spanned: $0) + [UInt8](spanned: $1) } }
}
