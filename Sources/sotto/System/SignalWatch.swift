import Dispatch

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Calls back when a signal comes, instead of what the signal would do by itself: from the moment it is made, none is
/// lost. The calls end with the value; the signal then does nothing.
///
/// What whoever started the program had ignored stays ignored (`nohup`, a script's background job), and without
/// descriptors to be had a signal keeps its own effect.
final class SignalWatch: Sendable {
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
    }

    private let inbox: SignalInbox?
    private let token: SignalInbox.Token?

    /// - Parameter action: runs on `queue`, never in the signal's own context, so it may do anything. Several signals
    ///   close together may come as one call.
    init(_ kind: Kind, on queue: DispatchQueue, action: @escaping @Sendable () -> Void) {
        inbox = SignalInbox.of(kind)
        token = inbox?.add { queue.async(execute: action) }
    }

    deinit {
        if let token { inbox?.remove(token) }
    }
}

extension SignalWatch.Kind {
    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangUp: SIGHUP
        case .windowChange: SIGWINCH
        case .resume: SIGCONT
        }
    }
}
