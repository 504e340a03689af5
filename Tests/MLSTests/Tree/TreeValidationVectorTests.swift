import MLS
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct TreeValidationVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(TreeValidationCase.all.count == 98)
        #expect(TreeValidationCase.ours.map(\.suite) == Array(repeating: 1, count: 14) + Array(repeating: 3, count: 14))
    }

    @Test(arguments: TreeValidationCase.ours)
    func resolutionsAndHashesAreThePublishedOnes(_ vector: TreeValidationCase) throws {
        var tree = try RatchetTree(vector.cipherSuite, restoring: vector.nodes())
        let nodes = (0..<tree.size.nodeCount).map { NodeIndex($0) }
        #expect(nodes.map { tree.resolution(of: $0).map(\.rawValue) } == vector.resolutions)
        #expect(nodes.map { tree.treeHash(of: $0).hex } == vector.treeHashes)
    }

    @Test(arguments: TreeValidationCase.ours)
    func theTreeIsValidWithItsSignatures(_ vector: TreeValidationCase) async throws {
        let nodes = try vector.nodes()
        var expected = try RatchetTree(vector.cipherSuite, restoring: nodes)
        let hash = expected.treeHash()
        let rules = try LeafRules.forVectors(vector.cipherSuite, groupID: GroupID([UInt8](hex: vector.groupID)))
        let tree = try UnverifiedTree(vector.cipherSuite, nodes).verified(by: rules, treeHash: hash)
        #expect(tree.exported() == nodes)
        let other = try await UnverifiedTree(vector.cipherSuite, nodes).verified(
            by: rules, treeHash: hash, partCount: 3)
        #expect(other.exported() == nodes)
    }

    @Test(arguments: TreeValidationCase.ours)
    func noSignatureHoldsInAnotherGroup(_ vector: TreeValidationCase) async throws {
        let nodes = try vector.nodes()
        var tree = try RatchetTree(vector.cipherSuite, restoring: nodes)
        let hash = tree.treeHash()
        let rules = try LeafRules.forVectors(vector.cipherSuite, groupID: GroupID([1]))
        #expect(throws: MLSError.invalid(.leafSignature)) {
            try UnverifiedTree(vector.cipherSuite, nodes).verified(by: rules, treeHash: hash)
        }
        await #expect(throws: MLSError.invalid(.leafSignature)) {
            try await UnverifiedTree(vector.cipherSuite, nodes).verified(by: rules, treeHash: hash, partCount: 2)
        }
    }
}

extension TreeValidationCase {
    fileprivate var cipherSuite: CipherSuite {
        get throws { try #require(CipherSuite(rawValue: suite)) }
    }

    fileprivate func nodes() throws -> RatchetTreeExtension {
        try RatchetTreeExtension(decoding: [UInt8](hex: tree))
    }
}
