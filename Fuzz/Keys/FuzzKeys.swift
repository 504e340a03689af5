import FuzzSupport
import Terminal

/// Bytes of a terminal: keys, what they do to the line being typed, and how that is drawn.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzKeys(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let cuts = Cuts(&input)
    let width = Int(input.byte())
    let bytes = input.rest()
    let keys = KeysFuzz.parse(bytes, cutBy: cuts)
    KeysFuzz.type(keys, width: width)
    KeysFuzz.interrupt(bytes)
    return 0
}
