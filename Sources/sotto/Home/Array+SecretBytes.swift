import Sodium

extension [UInt8] {
    /// For what lay sealed and isn't secret to this process' memory: names, public keys.
    init(copying secret: borrowing SecretBytes) {
        self = secret.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }
}
