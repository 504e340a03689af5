package import Sodium

/// The secret that proves membership in an epoch that is over (RFC 9420 §8.6).
package struct ResumptionPSK: Sendable {
    package let epoch: Epoch
    package let secret: Secret
}
