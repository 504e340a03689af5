import FuzzSupport

/// A Welcome, and what its two ciphertexts hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWelcome(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    switch input.byte() % 3 {
    case 0: WelcomeFuzz.decodeWelcome(input.rest())
    case 1: WelcomeFuzz.decodeGroupSecrets(input.rest())
    default: WelcomeFuzz.decodeGroupInfo(input.rest())
    }
    return 0
}
