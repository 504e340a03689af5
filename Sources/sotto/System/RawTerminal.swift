#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A terminal in raw mode: each key arrives at once, as bytes, unechoed; Ctrl-C is a byte too.
///
/// However the process ends (end of the value, `exit`, a signal, a crash; not kill -9), the terminal is as before.
/// One at a time: the second ``init(_:restoringWith:)`` is refused.
struct RawTerminal: ~Copyable {
    private let descriptor: DescriptorNumber

    /// - Parameters:
    ///   - descriptor: the terminal to read keys from.
    ///   - sequence: written to the terminal when it is given back, such as "show the cursor", "leave the alternate
    ///     screen", "no bracketed paste".
    /// - Throws: what `tcgetattr` or `tcsetattr` refuse with: `ENOTTY` where there is no terminal; `EBUSY` while
    ///   another value lives.
    init(_ descriptor: DescriptorNumber = .input, restoringWith sequence: [UInt8] = []) throws(ErrorNumber) {
        var before = termios()
        try ErrorNumber.check { unsafe tcgetattr(descriptor.value, &before) }
        guard unsafe TerminalRestoration.arm(descriptor, before, sequence) else { throw ErrorNumber(value: EBUSY) }
        var raw = before
        unsafe cfmakeraw(&raw)
        // Output keeps its newlines: what others print meanwhile stays readable.
        raw.c_oflag |= tcflag_t(OPOST) | tcflag_t(ONLCR)
        do throws(ErrorNumber) {
            try ErrorNumber.check { unsafe tcsetattr(descriptor.value, TCSAFLUSH, &raw) }
        } catch {
            TerminalRestoration.restore()
            throw error
        }
        self.descriptor = descriptor
    }

    /// Gives the terminal back now.
    consuming func end() {}

    deinit { TerminalRestoration.restore() }
}
