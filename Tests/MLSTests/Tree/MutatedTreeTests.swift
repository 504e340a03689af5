import MLS
import TLSCodec
import TestSupport
import Testing

/// Trees with anything changed in them, whoever changed it knowing their hash.
struct MutatedTreeTests {
    @Test func noBitOfATreeCanBeChanged() throws {
        var random = SeededRandom.announced()
        let good = try ServedTree(memberCount: 6)
        let bytes = try good.nodes.encoded()
        for _ in 0..<3_000 {
            var mutated = bytes
            mutated[Int.random(in: mutated.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: (any Error).self) { try good.verified(mutated) }
        }
        #expect(throws: Never.self) { try good.verified(bytes) }
    }

    @Test func nothingTrapsOnManyChangesAtOnce() throws {
        var random = SeededRandom.announced()
        let good = try ServedTree(memberCount: 9)
        let bytes = try good.nodes.encoded()
        for _ in 0..<2_000 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: mutated.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: mutated[place] = UInt8.random(in: 0...255, using: &random)
                case 1: mutated.remove(at: place)
                case 2: mutated.insert(UInt8.random(in: 0...3, using: &random), at: place)
                default: mutated.removeLast(min(mutated.count - 1, place / 8))
                }
            }
            if mutated == bytes { continue }
            #expect(throws: (any Error).self) { try good.verified(mutated) }
        }
    }

    @Test func nodesCanBeMovedNowhere() throws {
        var random = SeededRandom.announced()
        let good = try ServedTree(memberCount: 8)
        for _ in 0..<500 {
            var served = good
            let (from, to) = (Int.random(in: 0..<15, using: &random), Int.random(in: 0..<15, using: &random))
            switch Int.random(in: 0..<3, using: &random) {
            case 0: served.list.swapAt(from, to)
            case 1: served.list[to] = served.list[from]
            default: served.list.insert(nil, at: to)
            }
            if served.nodes == good.nodes { continue }
            #expect(throws: MLSError.self) { _ = try served.verified() }
        }
    }
}

extension ServedTree {
    /// What a joiner makes of these bytes, if their hash is what the group's is said to be.
    fileprivate func verified(_ bytes: [UInt8]) throws {
        var served = self
        served.list = try RatchetTreeExtension(decoding: bytes).nodes
        guard !served.list.isEmpty else { throw MLSError.invalid(.treeLastNode) }
        _ = try served.verified()
    }
}
