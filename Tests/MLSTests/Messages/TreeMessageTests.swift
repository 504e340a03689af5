import HPKE
import MLS
import TLSCodec
import Testing

@Suite struct TreeMessageTests {
    @Test func blankNodesAreOneByte() throws {
        let parent = ParentNode(
            encryptionKey: HPKEPublicKey([1]), parentHash: [2], unmergedLeaves: [LeafIndex(rawValue: 3)])
        let tree = RatchetTreeExtension([.leaf(Samples.commitLeaf), nil, nil, .parent(parent)])
        let leaf = Samples.leafStart + [3, 1, 0xCC, 0] + Samples.leafEnd
        let nodes: [UInt8] = [1, 1] + leaf + [0, 0] + [1, 2, 1, 1, 1, 2, 4, 0, 0, 0, 3]
        var writer = Writer()
        try writer.opaque(nodes, .variable)
        #expect(try tree.encoded() == writer.bytes)
        #expect(try RatchetTreeExtension(decoding: writer.bytes) == tree)
        #expect(try Extensions([Extension(tree)]).ratchetTree() == tree)
    }

    @Test(arguments: [0, 3, 0xFF] as [UInt8]) func aNodeOfNoKnownTypeIsRefused(type: UInt8) {
        #expect(throws: CodecError.invalidValue) { try Node(decoding: [type, 0, 0, 0]) }
    }

    /// A blank node is a byte on the wire. Were it a whole leaf's size in memory, a megabyte would become a hundred.
    @Test func elementsInMemoryAreOfTheSizeClassOfTheirBytes() {
        let least: [(inMemory: Int, onTheWire: Int)] = [
            (MemoryLayout<Node?>.stride, 1), (MemoryLayout<ProposalOrRef>.stride, 2),
            (MemoryLayout<Extension>.stride, 3),
            (MemoryLayout<[UInt8]>.stride, 1), (MemoryLayout<UpdatePathNode>.stride, 2),
            (MemoryLayout<HPKECiphertext>.stride, 2), (MemoryLayout<EncryptedGroupSecrets>.stride, 3),
            (MemoryLayout<PreSharedKeyID>.stride, 3), (MemoryLayout<ExternalSender>.stride, 4),
            (MemoryLayout<LeafIndex>.stride, 4), (MemoryLayout<ExtensionType>.stride, 2),
        ]
        for (inMemory, onTheWire) in least { #expect(inMemory <= 12 * onTheWire) }
    }

    @Test func aMillionBlankNodesAreAMillionPointers() throws {
        var writer = Writer()
        try writer.opaque([UInt8](repeating: 0, count: 1_000_000), .variable)
        let tree = try RatchetTreeExtension(decoding: writer.bytes)
        #expect(tree.nodes.count == 1_000_000)
        #expect(tree.nodes.capacity * MemoryLayout<Node?>.stride <= 16 * writer.bytes.count + 1_024)
    }
}
