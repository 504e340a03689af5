import HPKE

/// A context in the form of RFC 9180's test vectors, base or PSK mode: what is sealed in it and exported from it.
///
/// Of its values the sender's `ikmE` alone isn't asked for: X-Wing's encapsulation draws its own.
struct HPKEVector: ListedVector {
    struct Encryption: Decodable, Sendable {
        let aad, ct, nonce, pt: VectorBytes
    }

    struct Export: Decodable, Sendable {
        let exporterContext, exportedValue: VectorBytes
        let byteCount: UInt16

        private enum CodingKeys: String, CodingKey {
            case exporterContext, exportedValue
            case byteCount = "L"
        }
    }

    static let suiteName = "hpke"
    static let field = "kem_id"

    let mode: UInt8
    let kemId, kdfId, aeadId: UInt16
    let info, ikmR, skRm, pkRm, enc, sharedSecret, suiteId, key, baseNonce, exporterSecret: VectorBytes
    let psk, pskId: VectorBytes?
    let encryptions: [Encryption]
    let exports: [Export]

    var missing: MissingPart? {
        if KEM(rawValue: kemId) == nil { return MissingPart(kind: "KEM", name: registered(kemId)) }
        if KDF(rawValue: kdfId) == nil { return MissingPart(kind: "KDF", name: registered(kdfId)) }
        if AEAD(rawValue: aeadId) == nil { return MissingPart(kind: "AEAD", name: registered(aeadId)) }
        return mode > 1 ? MissingPart(kind: "HPKE mode", name: "\(mode)") : nil
    }

    var notes: [String] {
        Array(repeating: "messages opened", count: encryptions.count)
            + Array(repeating: "secrets exported", count: exports.count)
    }

    /// As the registries have it: two bytes in hexadecimal digits.
    private func registered(_ number: UInt16) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
