#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A terminal that doesn't show what is typed: for a passphrase. Lines are edited as ever, and Ctrl-C ends the program.
///
/// However the process ends, the terminal is as before, as with ``RawTerminal``; one of both at a time.
struct UnechoedTerminal: ~Copyable {
    /// - Throws: what `tcgetattr` or `tcsetattr` refuse with; `EBUSY` while another value lives.
    init(_ descriptor: DescriptorNumber = .input) throws(ErrorNumber) {
        var before = termios()
        try ErrorNumber.check { unsafe tcgetattr(descriptor.value, &before) }
        guard unsafe TerminalRestoration.arm(descriptor, before, []) else { throw ErrorNumber(value: EBUSY) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
        silent.c_lflag |= tcflag_t(ICANON | ISIG)
        do throws(ErrorNumber) {
            try ErrorNumber.check { unsafe tcsetattr(descriptor.value, TCSAFLUSH, &silent) }
        } catch {
            TerminalRestoration.restore()
            throw error
        }
    }

    /// Gives the terminal back now.
    consuming func end() {}

    deinit { TerminalRestoration.restore() }
}
