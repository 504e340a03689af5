#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A process of this machine (`pid`).
struct ProcessNumber: Hashable, Sendable {
    let value: Int32

    static var own: ProcessNumber { ProcessNumber(value: getpid()) }

    /// Whether there is such a process, whoever owns it.
    var isAlive: Bool { kill(value, 0) == 0 || errno == EPERM }
}
