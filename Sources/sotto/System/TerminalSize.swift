#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How wide a terminal's window is, in character cells.
struct TerminalSize: Hashable, Sendable {
    let columns: Int

    /// `nil` where there is no terminal, or it doesn't know its size.
    init?(of descriptor: DescriptorNumber) {
        var window = winsize()
        guard unsafe ioctl(descriptor.value, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0
        else { return nil }
        columns = Int(window.ws_col)
    }
}
