import FuzzSupport
import Identity
import TLSCodec

/// What a client says of itself, and the codec below it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHello(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    do {
        switch input.byte() % 5 {
        case 0: HelloFuzz.decodeAnything(input.rest())
        case 1: try HelloFuzz.decodeSignedCredential(input.rest())
        case 2: try HelloFuzz.decodeSignedCertificate(input.rest())
        case 3: try HelloFuzz.decodeChangedHello(&input)
        default: HelloFuzz.decodeEnvelope(input.rest())
        }
    } catch {
        fatalError("\(error)")
    }
    return 0
}
