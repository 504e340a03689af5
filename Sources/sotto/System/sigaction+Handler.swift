#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The systems name the union of handlers differently.
extension sigaction {
    /// Where the handler lies, or the small number that stands for the standard effect or none.
    var handlerAddress: Int {
        #if canImport(Darwin)
            unsafe unsafeBitCast(__sigaction_u.__sa_handler, to: Int.self)
        #elseif canImport(Musl)
            unsafe unsafeBitCast(__sa_handler.sa_handler, to: Int.self)
        #else
            unsafe unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
        #endif
    }

    mutating func setHandler(_ handler: @escaping @convention(c) (Int32) -> Void) {
        #if canImport(Darwin)
            unsafe __sigaction_u.__sa_handler = handler
        #elseif canImport(Musl)
            unsafe __sa_handler.sa_handler = handler
        #else
            unsafe __sigaction_handler.sa_handler = handler
        #endif
    }
}
