import Sodium

/// HKDF in both its steps and at once.
struct EmbeddedHKDF: EmbeddedCase {
    let id: String
    let hash: EmbeddedHashName
    let inputKeyMaterial: VectorBytes
    let salt: VectorBytes
    let info: VectorBytes
    let pseudorandomKey: VectorBytes
    let output: VectorBytes

    func passes() throws -> Bool {
        let (algorithm, count) = (hash.algorithm, output.bytes.count)
        let key = HKDF.extract(algorithm, salt: salt.bytes.span, inputKeyMaterial: inputKeyMaterial.bytes.span)
        guard key.copiedForVectors() == pseudorandomKey.bytes else { return false }
        let expanded = try HKDF.expand(
            algorithm, pseudorandomKey: pseudorandomKey.bytes.span, info: info.bytes.span, byteCount: count)
        let derived = try HKDF.derive(
            algorithm, inputKeyMaterial: inputKeyMaterial.bytes.span, salt: salt.bytes.span, info: info.bytes.span,
            byteCount: count)
        return expanded.copiedForVectors() == output.bytes && derived.copiedForVectors() == output.bytes
    }
}
