package import NIOCore
import RelayProtocol
package import SecureChannel

/// Whether a client dials again after a line has ended, and when.
package struct Reconnection: Sendable {
    package enum Verdict: Equatable, Sendable {
        case again(after: TimeAmount)
        /// Dialling again would end the same way.
        case never(LineError)
    }

    private var backoff: Backoff
    private var stoodSince: NIODeadline?

    package init(backoff: Backoff = Backoff()) { self.backoff = backoff }

    /// The relay has started to serve a line.
    package mutating func stands(at time: NIODeadline) { stoodSince = time }

    /// The next waits are short again.
    package mutating func reset() { backoff.reset() }

    /// A line has ended, or couldn't be had.
    ///
    /// One that ends soon after it began doesn't shorten the waits: a relay that takes everybody's line and drops it
    /// would be dialled without pause.
    package mutating func ended(_ error: LineError?, at time: NIODeadline) -> Verdict {
        if let error, error.isFinal { return .never(error) }
        if let since = stoodSince.take(), time - since >= RelayClientLimits.longStanding { backoff.reset() }
        return .again(after: backoff.next())
    }
}

extension LineError {
    /// Whether dialling again would end the same way.
    package var isFinal: Bool {
        switch self {
        case .refused(.stopping), .refused(.overLimit): false
        case .refused, .relayKeyChanged, .relayUnknown, .unusableKey: true
        default: false
        }
    }
}

extension RefusalCode {
    /// Whether it may be another answer after a while.
    package var isPassing: Bool { self == .storage || self == .tooOften || self == .stopping }

    /// What it means to the line, where the relay gives it as the answer to a start; nothing if it passes.
    var refusingStart: LineError? {
        switch self {
        case .version, .unknownRequest: .refused(.version)
        case .notAllowed: .refused(.notAllowed)
        default: nil
        }
    }
}
