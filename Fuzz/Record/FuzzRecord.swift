import FuzzSupport

/// What arrives on a line after its handshake: bytes of anybody, records of a peer that keeps no rule, and records of
/// one that does.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecord(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    do {
        switch input.byte() % 4 {
        case 0: try RecordFuzz.receiveAnyBytes(&input)
        case 1, 2: try RecordFuzz.receiveAnyStream(&input)
        default: try RecordFuzz.sendAndReceive(&input)
        }
    } catch {
        fatalError("\(error)")
    }
    return 0
}
