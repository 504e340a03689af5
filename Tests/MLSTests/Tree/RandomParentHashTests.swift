import MLS
import TLSCodec
import TestSupport
import Testing

/// §7.9.2 from the other side: trees that were valid until something was changed in them.
struct RandomParentHashTests {
    @Test func refusesWhatADefinitionReadTopDownRefuses() throws {
        var random = SeededRandom.announced()
        var verdicts: [Bool: Int] = [:]
        for _ in 0..<40 {
            var pair = try TreePair(12)
            for _ in 0..<25 { try pair.change(&random) }
            for _ in 0..<12 {
                guard let nodes = changed(pair.tree.exported(), &random),
                    var tree = try? RatchetTree(pair.suite, restoring: nodes)
                else { continue }
                let reference = ReferenceTree(pair.suite, nodes)
                let isValid = reference.isParentHashValid && reference.hasRootWithoutParentHash
                let passes = (try? tree.checkParentHashes()) != nil
                #expect(passes == isValid)
                verdicts[isValid, default: 0] += 1
            }
        }
        print("parent-hash valid and not:", verdicts)
        #expect(verdicts[true] ?? 0 > 5)
        #expect(verdicts[false] ?? 0 > 50)
    }

    /// One node with something of another, or something of its own changed.
    private func changed(_ tree: RatchetTreeExtension, _ random: inout SeededRandom) -> RatchetTreeExtension? {
        var nodes = tree.nodes
        let parents = nodes.indices.filter { nodes[$0]?.asParent != nil }
        guard let place = parents.randomElement(using: &random), let parent = nodes[place]?.asParent,
            let other = parents.randomElement(using: &random), let twin = nodes[other]?.asParent
        else { return nil }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: nodes[place] = .parent(parent.with(key: .made(Int.random(in: 1_000_000..<2_000_000, using: &random))))
        case 1: nodes[place] = .parent(parent.with(parentHash: twin.parentHash))
        case 2: nodes[place] = .parent(parent.with(unmerged: parent.unmergedLeaves.dropLast()))
        case 3: nodes[place] = nil
        case 4:
            nodes[place] = .parent(twin)
            nodes[other] = .parent(parent)
        default:
            let leaf = LeafIndex(rawValue: UInt32.random(in: 0..<UInt32(nodes.count / 2 + 1), using: &random))
            nodes[place] = .parent(parent.with(unmerged: Set(parent.unmergedLeaves + [leaf]).sorted()))
        }
        return RatchetTreeExtension(nodes)
    }
}

extension ReferenceTree {
    var hasRootWithoutParentHash: Bool { nodes[root]?.asParent?.parentHash.isEmpty ?? true }
}
