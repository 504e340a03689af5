import FuzzSupport

/// Anything that MLS sends, and what is in a private message once it is open.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    switch input.byte() & 3 {
    case 0: MessageFuzz.decodeMessage(input.rest())
    case 1: MessageFuzz.decodeCommit(input.rest())
    case 2: MessageFuzz.decodeAuthenticatedContent(input.rest())
    default: MessageFuzz.decodePlaintext(as: input.byte(), input.rest())
    }
    return 0
}
