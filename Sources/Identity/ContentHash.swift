import Sodium

/// BLAKE2b-256 without a domain: names content by what it is, and nothing else. Never sign it alone.
package enum ContentHash {
    /// Of `first` ‖ `second`, without joining them.
    package static func digest(of first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        do {
            var state = try BLAKE2b(digestByteCount: 32)
            state.update(first)
            state.update(second)
            return state.finalize()
        } catch {
            preconditionFailure("BLAKE2b gives 32 bytes")
        }
    }
}
