import FuzzEnds
import FuzzSupport
import Identity
import TLSCodec

enum HelloFuzz {
    /// What isn't ours to sign: whatever verifies is kept as it was received.
    static func decodeAnything(_ bytes: [UInt8]) {
        if let credential = try? UnverifiedCredential(bytes).verified() {
            expect(credential.encoded == bytes, "a credential isn't what was received")
        }
        if let certificate = try? UnverifiedLineCertificate(bytes).verified() {
            expect(certificate.encoded == bytes, "a certificate isn't what was received")
        }
        if let hello = try? UnverifiedHello(bytes).bound(to: Person.ann.lineKey).verified() {
            expect(hello.encoded == bytes, "a hello isn't what was received")
        }
    }

    /// A body of any bytes under a good signature: what is accepted has one encoding, the one received.
    static func decodeSignedCredential(_ body: [UInt8]) throws {
        let bytes = Person.ann.signed(body, keyAt: 2, by: Person.ann.identity, domain: .credential)
        guard let unverified = try? UnverifiedCredential(bytes) else { return }
        let credential = try unverified.verified()
        let issued = Credential.issue(
            identity: Person.ann.identity, device: credential.deviceKey, serial: credential.serial,
            name: credential.name)
        expect(issued.encoded == bytes, "a credential has two encodings")
    }

    static func decodeSignedCertificate(_ body: [UInt8]) throws {
        let bytes = Person.ann.signed(body, keyAt: 2 + 32, by: Person.ann.device, domain: .lineCertificate)
        guard let unverified = try? UnverifiedLineCertificate(bytes) else { return }
        let certificate = try unverified.verified()
        let issued = LineCertificate.issue(
            device: Person.ann.device, lineKey: certificate.lineKey, identityKey: certificate.identityKey,
            serial: certificate.serial)
        expect(issued.encoded == bytes, "a certificate has two encodings")
    }

    /// A good hello is accepted; one with any byte changed, added or missing isn't.
    static func decodeChangedHello(_ input: inout FuzzInput) throws {
        let hello = try Person.ann.hello(serial: input.uint64())
        let (flip, missing, added) = (Flip(&input), Int(input.byte()), input.take(8))
        let bytes = Array(flip.applied(to: hello.encoded).dropLast(missing) + added)
        let isSame = bytes == hello.encoded
        for earlier in [nil, hello] {
            let read = try? UnverifiedHello(bytes).bound(to: Person.ann.lineKey).verified(remembering: earlier)
            expect(read == (isSame ? hello : nil), isSame ? "a good hello isn't read" : "a changed hello is accepted")
        }
    }

    static func decodeEnvelope(_ bytes: [UInt8]) {
        guard let envelope = try? Envelope(decoding: bytes) else { return }
        expect((try? envelope.encoded()) == bytes, "an envelope has two encodings")
    }
}
