import Dispatch

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Calls back when a signal comes, instead of what the signal would do by itself. It ends with the value; the signal
/// stays ignored then.
///
/// Sendable, since a dispatch source may be used from any thread; its type doesn't say so.
@safe final class SignalWatch: @unchecked Sendable {
    enum Kind: Sendable {
        /// Ctrl-C.
        case interrupt
        /// A polite request to end.
        case terminate
        /// The terminal went away.
        case hangUp
        /// The terminal's window has another size.
        case windowChange
        /// The process runs again after Ctrl-Z.
        case resume

        fileprivate var number: Int32 {
            switch self {
            case .interrupt: SIGINT
            case .terminate: SIGTERM
            case .hangUp: SIGHUP
            case .windowChange: SIGWINCH
            case .resume: SIGCONT
            }
        }
    }

    private let source: any DispatchSourceSignal

    /// - Parameter action: runs on `queue`, never in the signal's own context, so it may do anything. Several signals
    ///   close together may come as one call.
    init(_ kind: Kind, on queue: DispatchQueue, action: @escaping @Sendable () -> Void) {
        signal(kind.number, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: kind.number, queue: queue)
        source.setEventHandler(handler: action)
        source.resume()
    }

    deinit { source.cancel() }
}
