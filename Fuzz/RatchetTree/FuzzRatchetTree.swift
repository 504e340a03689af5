import FuzzSupport
import MLS
import TLSCodec

/// A tree as a joiner gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRatchetTree(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let bytes = input.rest()
    guard let tree = try? RatchetTreeExtension(decoding: bytes) else { return 0 }
    expect((try? tree.encoded()) == bytes, "a tree has two encodings")
    for case let node? in tree.nodes {
        expect((try? Node(decoding: node.encoded())) == node, "a node isn't what was received")
    }
    for suite in CipherSuite.all { hash(tree, bytes, suite) }
    return 0
}

/// What a joiner does with the tree before it knows whether the group has it.
private func hash(_ nodes: RatchetTreeExtension, _ bytes: [UInt8], _ suite: CipherSuite) {
    guard var tree = try? RatchetTree(suite, restoring: nodes) else { return }
    let hash = tree.treeHash()
    try? tree.checkParentHashes()
    let exported = tree.exported()
    expect((try? exported.encoded()) == bytes, "a tree isn't served as it was received")
    var again = try? RatchetTree(suite, restoring: exported)
    expect(again?.treeHash() == hash, "a tree has two hashes")
}
