import HPKE
import Sodium
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.hasRFC9180, "\(SharedFolder.noRFC9180)"))
struct RFC9180Tests {
    @Test func noVectorIsLeftOut() {
        #expect(RFC9180.vectors.count == 28)
        #expect(RFC9180.ours.map(\.mode) == [0, 1, 0, 1])
        #expect(RFC9180.ours.map(\.aeadID) == [1, 1, 3, 3])
        #expect(RFC9180.ours.map(\.encryptions.count) == [6, 6, 6, 6])
        #expect(RFC9180.ours.map(\.exports.count) == [3, 3, 3, 3])
    }

    @Test(arguments: RFC9180.ours) func derivesItsKeyPairs(_ vector: HPKEVector) throws {
        let kem = try #require(vector.suite).kem
        for (ikm, secret, publicKey) in [("ikmE", "skEm", "pkEm"), ("ikmR", "skRm", "pkRm")] {
            let key = try KEMSecretKey.derive(kem, from: vector.bytes(ikm).span)
            #expect(key.secretHex == vector.fields[secret])
            #expect(key.publicKey.bytes.hex == vector.fields[publicKey])
            #expect(try KEMSecretKey(kem, copying: vector.bytes(secret).span).publicKey == key.publicKey)
        }
    }

    @Test(arguments: RFC9180.ours) func agreesOnItsSharedSecret(_ vector: HPKEVector) throws {
        let kem = try #require(vector.suite).kem
        let recipient = try KEMSecretKey(kem, copying: vector.bytes("skRm").span)
        let sent = try kem.encapsulate(to: recipient.publicKey, random: .fixed(vector.bytes("skEm")))
        #expect(sent.encapsulation.hex == vector.fields["enc"])
        #expect(sent.sharedSecret.array.hex == vector.fields["shared_secret"])
        #expect(
            try kem.decapsulate(vector.bytes("enc").span, with: recipient).array.hex == vector.fields["shared_secret"])
    }

    @Test(arguments: RFC9180.ours) func sealsItsMessages(_ vector: HPKEVector) throws {
        let suite = try #require(vector.suite)
        let recipient = try KEMPublicKey(suite.kem, vector.bytes("pkRm"))
        var sender = try suite.setupSender(
            to: recipient, info: vector.bytes("info").span, psk: vector.psk(), random: .fixed(vector.bytes("skEm")))
        #expect(sender.encapsulation.hex == vector.fields["enc"])
        for message in vector.encryptions {
            sender.skip(to: message.sequenceNumber)
            let sealed = try sender.seal(
                [UInt8](hex: message.plaintext).span, authenticating: [UInt8](hex: message.associatedData).span)
            #expect(sealed.hex == message.ciphertext)
        }
        for export in vector.exports {
            let value = try sender.export(context: [UInt8](hex: export.context).span, byteCount: export.byteCount)
            #expect(value.array.hex == export.value)
        }
    }

    @Test(arguments: RFC9180.ours) func opensItsMessages(_ vector: HPKEVector) throws {
        try vector.checkRecipient()
    }

    @Test(arguments: RFC9180.ours) func sealsAndOpensItsFirstMessageInOneShot(_ vector: HPKEVector) throws {
        let suite = try #require(vector.suite)
        let message = try #require(vector.encryptions.first)
        let data = [UInt8](hex: message.associatedData)
        let sealed = try suite.seal(
            [UInt8](hex: message.plaintext).span, to: KEMPublicKey(suite.kem, vector.bytes("pkRm")),
            info: vector.bytes("info").span, authenticating: data.span, psk: vector.psk(),
            random: .fixed(vector.bytes("skEm")))
        #expect(sealed.encapsulation.hex == vector.fields["enc"])
        #expect(sealed.ciphertext.hex == message.ciphertext)
        let opened = try suite.open(
            sealed, with: KEMSecretKey(suite.kem, copying: vector.bytes("skRm").span), info: vector.bytes("info").span,
            authenticating: data.span, psk: vector.psk())
        #expect(opened.array.hex == message.plaintext)
    }

    @Test(arguments: RFC9180.ours) func exportsInOneShot(_ vector: HPKEVector) throws {
        let suite = try #require(vector.suite)
        let key = try KEMSecretKey(suite.kem, copying: vector.bytes("skRm").span)
        for export in vector.exports {
            let context = [UInt8](hex: export.context)
            let sent = try suite.exportSecret(
                to: key.publicKey, info: vector.bytes("info").span, context: context.span, byteCount: export.byteCount,
                psk: vector.psk(), random: .fixed(vector.bytes("skEm")))
            #expect(sent.secret.array.hex == export.value)
            let received = try suite.exportSecret(
                encapsulation: sent.encapsulation.span, with: key, info: vector.bytes("info").span,
                context: context.span, byteCount: export.byteCount, psk: vector.psk())
            #expect(received.array.hex == export.value)
        }
    }
}
