import HPKE
import Sodium

extension Secret {
    /// The bytes where a test compares them.
    var copied: [UInt8] { withBytes { [UInt8](spanned: $0) } }
}

extension SecretBytes {
    /// The bytes where a test compares them.
    var copied: [UInt8] { withBytes { [UInt8](spanned: $0) } }
}

extension KEMSecretKey {
    /// The bytes where a test compares them.
    var copied: [UInt8] { withBytes { [UInt8](spanned: $0) } }
}

extension [UInt8] {
    init(spanned bytes: Span<UInt8>) { self = bytes.indices.map { bytes[$0] } }
}
