import FuzzSupport
import Terminal

/// Text from outside on its way to a screen.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let choice = input.byte()
    let maxScalars = choice & 1 == 0 ? TerminalLimits.displayScalarsMax : Int(input.byte())
    let maxLines = choice & 2 == 0 ? TerminalLimits.displayLinesMax : Int(input.byte() & 7)
    let bytes = input.rest()
    TextFuzz.oneLine(bytes, maxScalars: maxScalars)
    TextFuzz.lines(bytes, maxScalars: maxScalars, maxLines: maxLines)
    return 0
}
