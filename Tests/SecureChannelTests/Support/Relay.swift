import Sodium

@testable import SecureChannel

/// What all connections of one relay share.
struct Relay {
    let identity: RelayLineIdentity
    let admission: Admission
    let gate: ConnectionGate

    init(
        isSilent: Bool = false, limits: ConnectionLimits = ConnectionLimits(),
        refusing refusal: Refusal? = nil
    ) {
        identity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: isSilent)
        admission = Admission(serials: RememberedSerials()) { _ in refusal }
        gate = ConnectionGate(limits: limits)
    }
}

extension ConnectionLimits {
    /// For tests that leave many connections standing.
    static var generous: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.unprovenPerAddressMax = limits.unprovenMax
        return limits
    }
}
