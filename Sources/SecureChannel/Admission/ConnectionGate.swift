import Synchronization

/// Counts connections, in all and per address, before and after they have proven who they are.
package final class ConnectionGate: Sendable {
    private struct Counts {
        var unproven = 0
        var all = 0
        var unprovenOf: [String: Int] = [:]
        var allOf: [String: Int] = [:]
    }

    private let limits: ConnectionLimits
    private let counts = Mutex(Counts())

    package init(limits: ConnectionLimits) { self.limits = limits }

    /// `nil` if one more connection without a login is too many, in all or from this address.
    package func enter(from address: String) -> Visitor? {
        let isWelcome = counts.withLock { counts in
            guard counts.unproven < limits.unprovenMax,
                counts.unprovenOf[address, default: 0] < limits.unprovenPerAddressMax
            else { return false }
            counts.unproven += 1
            counts.unprovenOf[address, default: 0] += 1
            return true
        }
        return isWelcome ? Visitor(gate: self, address: address) : nil
    }

    /// Connections that are logged in.
    package var authenticatedCount: Int { counts.withLock { $0.all } }

    fileprivate func authenticate(from address: String) -> Bool {
        counts.withLock { counts in
            guard counts.all < limits.connectionsMax,
                counts.allOf[address, default: 0] < limits.connectionsPerAddressMax
            else { return false }
            counts.all += 1
            counts.allOf[address, default: 0] += 1
            counts.unproven -= 1
            Self.decrement(&counts.unprovenOf, address)
            return true
        }
    }

    fileprivate func leave(from address: String, wasAuthenticated: Bool) {
        counts.withLock { counts in
            if wasAuthenticated {
                counts.all -= 1
                Self.decrement(&counts.allOf, address)
            } else {
                counts.unproven -= 1
                Self.decrement(&counts.unprovenOf, address)
            }
        }
    }

    /// An address at zero is forgotten: the table is as large as the crowd, not as its history.
    private static func decrement(_ counts: inout [String: Int], _ address: String) {
        guard let count = counts[address] else { return }
        counts[address] = count > 1 ? count - 1 : nil
    }
}

extension ConnectionGate {
    /// One connection's place in the counts.
    package final class Visitor: Sendable {
        private enum State { case unproven, authenticated, gone }

        private let gate: ConnectionGate
        private let address: String
        private let state = Mutex(State.unproven)

        fileprivate init(gate: ConnectionGate, address: String) {
            self.gate = gate
            self.address = address
        }

        /// `false` if one more connection with a login is too many.
        package func authenticate() -> Bool {
            state.withLock { state in
                guard case .unproven = state, gate.authenticate(from: address) else { return false }
                state = .authenticated
                return true
            }
        }

        /// Gives the place back, once.
        package func leave() {
            state.withLock { state in
                switch state {
                case .unproven: gate.leave(from: address, wasAuthenticated: false)
                case .authenticated: gate.leave(from: address, wasAuthenticated: true)
                case .gone: break
                }
                state = .gone
            }
        }
    }
}
