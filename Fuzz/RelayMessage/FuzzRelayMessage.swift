import FuzzSupport
import RelayProtocol

/// What a client asks of a relay, and what a relay says, as whoever it is for reads it: kind, then body.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRelayMessage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let message = RelayMessage(kind: input.byte(), body: input.rest())
    RelayMessageFuzz.ask(message)
    RelayMessageFuzz.hear(message)
    return 0
}
