import FuzzSupport
import Identity

/// What a person pastes: an invite line, an address, a fingerprint, a name. Whatever is accepted is written and read
/// back as the same, and nothing longer than its limit is accepted.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAddress(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let bytes = input.rest()
    let text = String(decoding: bytes, as: UTF8.self)
    AddressFuzz.address(text)
    AddressFuzz.host(text)
    AddressFuzz.fingerprint(text)
    AddressFuzz.atName(text, bytes)
    AddressFuzz.displayName(text, bytes)
    return 0
}
