import FuzzSupport
import MLS
import TLSCodec

/// A key package as a directory gives it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzKeyPackage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let bytes = input.rest()
    guard let keyPackage = try? KeyPackage(decoding: bytes) else { return 0 }
    expect((try? keyPackage.encoded()) == bytes, "a key package has two encodings")
    let signed = try? keyPackage.toBeSigned()
    expect(signed.map { bytes.starts(with: $0) } ?? false, "a key package signs something else")
    let leaf = keyPackage.leafNode
    expect((try? LeafNode(decoding: leaf.encoded())) == leaf, "a leaf isn't what was received")
    return 0
}
