import Sodium

extension Domain {
    /// BLAKE2b-256 of this domain and `data`.
    package func digest(of data: [UInt8]) -> [UInt8] {
        do {
            return try BLAKE2b.digest(of: bytes + data, byteCount: 32)
        } catch {
            preconditionFailure("BLAKE2b gives 32 bytes")
        }
    }
}
