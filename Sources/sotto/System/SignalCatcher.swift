#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The signal handlers that write into pipes. Their state is global, in memory of its own, because a handler can reach
/// nothing else and may neither allocate nor take a lock.
enum SignalCatcher {
    /// Catches `number` for good; each time a byte comes out of the descriptor that it returns.
    ///
    /// - Returns: `nil` if whoever started the process had an ending ignored, or no pipe is to be had.
    static func `catch`(_ number: Int32) -> DescriptorNumber? {
        guard !isIgnored(number), let ends = makePipe() else { return nil }
        if unsafe writeEnds == nil {
            let made = UnsafeMutablePointer<Int32>.allocate(capacity: signalNumberMax + 1)
            unsafe made.initialize(repeating: -1, count: signalNumberMax + 1)
            unsafe writeEnds = made
        }
        unsafe writeEnds?[Int(number)] = ends.writing
        var caught = sigaction()
        caught.setHandler(passOn)
        // Calls that a signal interrupts go on by themselves, as they do where it is ignored.
        caught.sa_flags = SA_RESTART
        unsafe sigaction(number, &caught, nil)
        return DescriptorNumber(value: ends.reading)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var present = sigaction()
        guard unsafe sigaction(number, nil, &present) == 0 else { return false }
        return unsafe present.handlerAddress == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Neither end blocks, none is inherited by a program that this one starts.
    private static func makePipe() -> (reading: Int32, writing: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        for end in ends {
            guard fcntl(end, F_SETFD, FD_CLOEXEC) == 0, fcntl(end, F_SETFL, O_NONBLOCK) == 0 else {
                for end in ends { close(end) }
                return nil
            }
        }
        return (ends[0], ends[1])
    }
}

/// Calls only what POSIX allows in a handler. A pipe that is full already says what there is to say.
private let passOn: @convention(c) (Int32) -> Void = { number in
    let before = errno
    if let writeEnds = unsafe writeEnds {
        var mark: UInt8 = 1
        _ = unsafe write(writeEnds[Int(number)], &mark, 1)
    }
    errno = before
}

private let signalNumberMax = 64
/// Where each signal's byte goes, by its number. Set before a handler is in place; never freed.
nonisolated(unsafe) private var writeEnds: UnsafeMutablePointer<Int32>? = nil
