import Sodium

extension SecretBytes {
    /// The bytes in the open, for comparing them in a test.
    borrowing func array() -> [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }
}
