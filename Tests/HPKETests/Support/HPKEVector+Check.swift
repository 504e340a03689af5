import HPKE
import TestSupport
import Testing

extension HPKEVector {
    /// Opens every message and derives every export as the vector's recipient.
    func checkRecipient() throws {
        let suite = try #require(suite)
        let key = try KEMSecretKey(suite.kem, copying: bytes("skRm").span)
        var recipient = try suite.setupRecipient(
            encapsulation: bytes("enc").span, with: key, info: bytes("info").span, psk: psk())
        for message in encryptions {
            recipient.skip(to: message.sequenceNumber)
            let opened = try recipient.open(
                [UInt8](hex: message.ciphertext).span, authenticating: [UInt8](hex: message.associatedData).span)
            #expect(opened.array.hex == message.plaintext)
        }
        for export in exports {
            let value = try recipient.export(context: [UInt8](hex: export.context).span, byteCount: export.byteCount)
            #expect(value.array.hex == export.value)
        }
    }
}

extension KEMSecretKey {
    var secretHex: String { withBytes { bytes in bytes.indices.map { bytes[$0] } }.hex }
}
