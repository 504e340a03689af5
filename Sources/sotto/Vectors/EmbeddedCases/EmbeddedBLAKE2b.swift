import Sodium

/// A BLAKE2b digest of the length given, keyed or not.
struct EmbeddedBLAKE2b: EmbeddedCase {
    let id: String
    let key: VectorBytes
    let data: VectorBytes
    let digest: VectorBytes

    func passes() throws -> Bool {
        var state = try BLAKE2b(digestByteCount: digest.bytes.count, key: key.bytes.span)
        state.update(data.bytes)
        return state.finalize() == digest.bytes
    }
}
