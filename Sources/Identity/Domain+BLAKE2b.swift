import Sodium

extension Domain {
    /// BLAKE2b-256 of this domain and `data`.
    package func digest(of data: [UInt8]) -> [UInt8] {
        do {
            var state = try BLAKE2b(digestByteCount: 32)
            state.update(bytes)
            state.update(data)
            return state.finalize()
        } catch {
            preconditionFailure("BLAKE2b gives 32 bytes")
        }
    }
}
