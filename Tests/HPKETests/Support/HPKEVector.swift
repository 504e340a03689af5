import HPKE
import Sodium
import TestSupport
import Testing

/// One context of RFC 9180's shape: keys, what is sealed in it and what is exported from it. All in hex.
struct HPKEVector: Sendable, CustomTestStringConvertible {
    struct Encryption: Sendable {
        let sequenceNumber: UInt64
        let plaintext, associatedData, ciphertext: String
    }

    struct Export: Sendable {
        let context, value: String
        let byteCount: Int
    }

    let mode: Int
    let kemID, kdfID, aeadID: UInt16
    /// By the names that the vectors give them.
    let fields: [String: String]
    let encryptions: [Encryption]
    let exports: [Export]

    var testDescription: String { "mode \(mode), KEM \(kemID), KDF \(kdfID), AEAD \(aeadID)" }

    var suite: HPKESuite? {
        guard let kem = KEM(rawValue: kemID), let kdf = KDF(rawValue: kdfID), let aead = AEAD(rawValue: aeadID) else {
            return nil
        }
        return HPKESuite(kem: kem, kdf: kdf, aead: aead)
    }

    /// Base and PSK modes of suites that we have.
    var isOurs: Bool { suite != nil && mode <= 1 }

    func bytes(_ field: String) -> [UInt8] { [UInt8](hex: fields[field] ?? "") }

    func psk() throws -> PSK? {
        mode == 0 ? nil : try PSK(Secret(copying: bytes("psk")), id: bytes("psk_id"))
    }
}
