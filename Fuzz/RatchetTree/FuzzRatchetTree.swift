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
    return 0
}
