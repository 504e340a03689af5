import Identity
import Sodium
import TLSCodec
import Testing

@Suite struct LineCertificateTests {
    let bytes = Person.alice.certificate(serial: 9).encoded

    @Test func itsLayoutIsWhatTheProtocolSays() {
        let alice = Person.alice
        let body =
            [0, 1] + alice.lineKey.bytes + alice.deviceKey.bytes + alice.identityKey.bytes + [0, 0, 0, 0, 0, 0, 0, 9]
        #expect(Array(bytes.dropLast(64)) == body)
        let signed = Array("sotto line certificate 1".utf8) + [0] + body
        #expect(alice.device.publicKey.isValid(Array(bytes.suffix(64)), for: signed))
    }

    @Test func whatWasIssuedIsVerifiedByAnybody() throws {
        let certificate = try UnverifiedLineCertificate(bytes).verified()
        #expect(certificate == Person.alice.certificate(serial: 9))
        #expect(certificate.lineKey == Person.alice.lineKey)
        #expect(certificate.deviceKey == Person.alice.deviceKey)
        #expect(certificate.identityKey == Person.alice.identityKey)
        #expect(certificate.serial == DeviceSerial(9))
    }

    @Test func everyFlippedBitIsRefused() {
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(throws: IdentityError.self) { try UnverifiedLineCertificate(flipped).verified() }
            }
        }
    }

    @Test func everyShorterOneAndTrailingBytesAreRefused() {
        for count in bytes.indices {
            #expect(throws: IdentityError.malformed(.truncated)) {
                try UnverifiedLineCertificate(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: IdentityError.malformed(.trailingBytes)) { try UnverifiedLineCertificate(bytes + [0]) }
    }

    @Test func anotherVersionIsNamedAsThat() {
        #expect(throws: IdentityError.unknownVersion) { try UnverifiedLineCertificate([0, 2] + bytes.dropFirst(2)) }
    }

    @Test func aSignatureByTheIdentityKeyInsteadOfTheDeviceKeyIsRefused() {
        let body = Array(bytes.dropLast(64))
        let signature = Person.alice.identity.signature(for: Domain.lineCertificate.bytes + body)
        #expect(throws: IdentityError.badSignature) { try UnverifiedLineCertificate(body + signature).verified() }
    }

    @Test func aSignatureMadeInAnotherDomainIsRefused() {
        let body = Array(bytes.dropLast(64))
        let signature = Person.alice.device.signature(for: Domain.credential.bytes + body)
        #expect(throws: IdentityError.badSignature) { try UnverifiedLineCertificate(body + signature).verified() }
    }
}
