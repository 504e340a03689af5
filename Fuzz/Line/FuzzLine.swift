import FuzzSupport

/// Two ends of a line that do anything in any order, on a network that does too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    do {
        var play = try LinePlay()
        var stepsLeft = 400
        while !input.isAtEnd, stepsLeft > 0 {
            play.step(&input)
            stepsLeft -= 1
        }
        play.end()
    } catch {
        fatalError("\(error)")
    }
    return 0
}
