import Testing

/// The vectors of post-quantum KEMs in HPKE, and X-Wing's own.
enum PublishedVectors {
    static let pq: [HPKEVector] = (SharedFolder.decode("hpke/pq.json", as: [PQ].self) ?? []).map(\.vector)
    static let ours = pq.filter(\.isOurs)
    static let xWing = SharedFolder.decode("hpke/xwing.json", as: [XWingVector].self) ?? []

    struct XWingVector: Decodable, Sendable, CustomTestStringConvertible {
        let seed, ss, pk, ct: String

        var testDescription: String { String(seed.prefix(8)) }
    }

    private struct PQ: Decodable {
        struct Encryption: Decodable { let aad, ct, pt: String }

        struct Export: Decodable {
            let exporterContext, exportedValue: String
            let byteCount: Int

            enum CodingKeys: String, CodingKey {
                case exporterContext, exportedValue
                case byteCount = "L"
            }
        }

        let mode: Int
        let kemId, kdfId, aeadId: UInt16
        let info, ikmR, skRm, pkRm, enc, sharedSecret: String
        let encryptions: [Encryption]
        let exports: [Export]

        var vector: HPKEVector {
            HPKEVector(
                mode: mode, kemID: kemId, kdfID: kdfId, aeadID: aeadId,
                fields: [
                    "info": info, "ikmR": ikmR, "skRm": skRm, "pkRm": pkRm, "enc": enc, "shared_secret": sharedSecret,
                ],
                encryptions: encryptions.enumerated().map { number, encryption in
                    HPKEVector.Encryption(
                        sequenceNumber: UInt64(number), plaintext: encryption.pt, associatedData: encryption.aad,
                        ciphertext: encryption.ct)
                },
                exports: exports.map { export in
                    HPKEVector.Export(
                        context: export.exporterContext, value: export.exportedValue, byteCount: export.byteCount)
                })
        }
    }
}
