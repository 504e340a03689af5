import Sodium

extension SecretBytes {
    var array: [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }
}
