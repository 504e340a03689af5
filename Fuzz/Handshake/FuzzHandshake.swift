import FuzzSupport

/// The handshake's three messages, at either end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHandshake(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    do {
        switch input.byte() % 4 {
        case 0: try HandshakeFuzz.relayReceivesAnything(&input)
        case 1: try HandshakeFuzz.clientReceivesAnything(&input)
        case 2: try HandshakeFuzz.messagesAreChanged(&input)
        default: try HandshakeFuzz.clientSaysAnything(&input)
        }
    } catch {
        fatalError("\(error)")
    }
    return 0
}
