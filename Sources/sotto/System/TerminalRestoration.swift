#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What gives the terminal back when the process ends in a hurry. Its state is global because a signal handler can
/// reach nothing else, and lies in memory of its own because a handler may neither allocate nor take a lock.
enum TerminalRestoration {
    /// Signals by which somebody asks the process to end.
    private static let endings = [SIGHUP, SIGINT, SIGTERM]
    /// Signals of a fault of its own; the runtime counts Ctrl-\\ among them.
    private static let faults = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// Remembers `before` and `sequence`, and catches what could end the process. An ending that the program handles
    /// itself (``SignalWatch``) stays its own: it then ends in order, and ``RawTerminal`` or `exit` restores.
    ///
    /// - Returns: `false` if something is remembered already.
    @unsafe static func arm(_ descriptor: DescriptorNumber, _ before: termios, _ sequence: [UInt8]) -> Bool {
        guard unsafe saved == nil else { return false }
        let made = UnsafeMutablePointer<SavedTerminal>.allocate(capacity: 1)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(sequence.count, 1))
        for (index, byte) in sequence.enumerated() { unsafe bytes[index] = byte }
        unsafe made.initialize(
            to: SavedTerminal(
                descriptor: descriptor.value, settings: before, sequence: bytes, sequenceByteCount: sequence.count))
        unsafe saved = made
        unsafe installHandlers()
        return true
    }

    /// Safe in a signal handler: calls only what POSIX allows there. What it remembered is a few bytes, never freed.
    static func restore() {
        guard let made = unsafe saved else { return }
        unsafe saved = nil
        let terminal = unsafe made.pointee
        // From the background, changing the terminal would stop this process instead of ending it. −1: it isn't the
        // terminal that could.
        let foreground = tcgetpgrp(terminal.descriptor)
        guard foreground == -1 || foreground == getpgrp() else { return }
        if terminal.sequenceByteCount > 0 {
            _ = unsafe write(terminal.descriptor, terminal.sequence, terminal.sequenceByteCount)
        }
        _ = unsafe tcsetattr(terminal.descriptor, TCSANOW, &made.pointee.settings)
    }

    @unsafe private static func installHandlers() {
        if unsafe earlier == nil {
            let made = UnsafeMutablePointer<sigaction>.allocate(capacity: signalNumberMax + 1)
            unsafe made.initialize(repeating: sigaction(), count: signalNumberMax + 1)
            unsafe earlier = made
            atexit { TerminalRestoration.restore() }
        }
        for number in endings { unsafe installHandler(number, overHandlers: false) }
        // Over the runtime's own, which prints a backtrace and comes second.
        for number in faults { unsafe installHandler(number, overHandlers: true) }
    }

    @unsafe private static func installHandler(_ number: Int32, overHandlers: Bool) {
        var present = sigaction()
        guard unsafe sigaction(number, nil, &present) == 0 else { return }
        guard present.disposition == .standard || overHandlers && present.disposition == .foreign else { return }
        unsafe earlier?[Int(number)] = present
        var ours = sigaction()
        ours.setHandler(restoreAndRaise)
        unsafe sigaction(number, &ours, nil)
    }
}

/// The terminal first; then the signal does what it would have done without us, once this handler has returned.
private let restoreAndRaise: @convention(c) (Int32) -> Void = { number in
    TerminalRestoration.restore()
    if let earlier = unsafe earlier { unsafe sigaction(number, &earlier[Int(number)], nil) }
    raise(number)
}

private let signalNumberMax = 64
/// `arm` touches these before a handler is in place, so that no handler runs an initialiser.
nonisolated(unsafe) private var saved: UnsafeMutablePointer<SavedTerminal>? = nil
/// What was to happen at each signal before us, by its number.
nonisolated(unsafe) private var earlier: UnsafeMutablePointer<sigaction>? = nil

@safe private struct SavedTerminal {
    let descriptor: Int32
    var settings: termios
    let sequence: UnsafeMutablePointer<UInt8>
    let sequenceByteCount: Int
}

/// What a signal does now.
private enum Disposition { case standard, ignored, ours, foreign }

extension sigaction {
    fileprivate var disposition: Disposition {
        let address = handlerAddress
        return if address == 0 {
            .standard
        } else if unsafe address == unsafeBitCast(SIG_IGN, to: Int.self) {
            .ignored
        } else if unsafe address == unsafeBitCast(restoreAndRaise, to: Int.self) {
            .ours
        } else {
            .foreign
        }
    }
}
