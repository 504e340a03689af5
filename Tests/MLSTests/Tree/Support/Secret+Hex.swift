import Sodium
import TestSupport

extension Secret {
    /// For comparing with what is published.
    var hex: String { withBytes { bytes in bytes.indices.map { bytes[$0] } }.hex }
}
