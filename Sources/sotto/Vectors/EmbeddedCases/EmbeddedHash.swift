import Sodium

/// A digest.
struct EmbeddedHash: EmbeddedCase {
    let id: String
    let hash: EmbeddedHashName
    let data: VectorBytes
    let digest: VectorBytes

    func passes() -> Bool { hash.algorithm.digest(of: data.bytes) == digest.bytes }
}
