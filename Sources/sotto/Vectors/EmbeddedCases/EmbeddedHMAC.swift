import Sodium

/// A tag, or its beginning where the source prints no more (RFC 4231 §4.6).
struct EmbeddedHMAC: EmbeddedCase {
    let id: String
    let hash: EmbeddedHashName
    let key: VectorBytes
    let data: VectorBytes
    let tag: VectorBytes

    func passes() -> Bool {
        let made = HMACState.tag(hash.algorithm, key: key.bytes, message: data.bytes)
        return !tag.bytes.isEmpty && Array(made.prefix(tag.bytes.count)) == tag.bytes
    }
}
