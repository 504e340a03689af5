import Identity
import Sodium
import TLSCodec
import Testing

@Suite struct CredentialTests {
    let bytes = Person.alice.credential(serial: 7).encoded

    @Test func itsLayoutIsWhatTheProtocolSays() {
        let alice = Person.alice
        let body =
            [0, 1] + alice.identityKey.bytes + alice.deviceKey.bytes + [0, 0, 0, 0, 0, 0, 0, 7, 5] + Array("alice".utf8)
        #expect(Array(bytes.dropLast(64)) == body)
        let signed = Array("sotto credential 1".utf8) + [0] + body
        #expect(alice.identity.publicKey.isValid(Array(bytes.suffix(64)), for: signed))
    }

    @Test func whatWasIssuedIsVerifiedByAnybody() throws {
        let credential = try UnverifiedCredential(bytes).verified()
        #expect(credential.identityKey == Person.alice.identityKey)
        #expect(credential.deviceKey == Person.alice.deviceKey)
        #expect(credential.serial == DeviceSerial(7))
        #expect(credential.name.text == "alice")
        #expect(credential.encoded == bytes)
        #expect(credential == Person.alice.credential(serial: 7))
    }

    @Test func everyFlippedBitIsRefused() {
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(throws: IdentityError.self) { try UnverifiedCredential(flipped).verified() }
            }
        }
    }

    @Test func everyShorterOneAndTrailingBytesAreRefused() {
        for count in bytes.indices {
            #expect(throws: IdentityError.malformed(.truncated)) {
                try UnverifiedCredential(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: IdentityError.malformed(.trailingBytes)) { try UnverifiedCredential(bytes + [0]) }
    }

    @Test(arguments: [[0, 0], [0, 2], [1, 1], [255, 255]] as [[UInt8]])
    func anotherVersionIsNamedAsThatWhateverFollows(version: [UInt8]) {
        #expect(throws: IdentityError.unknownVersion) { try UnverifiedCredential(version + bytes.dropFirst(2)) }
        #expect(throws: IdentityError.unknownVersion) { try UnverifiedCredential(version) }
    }

    @Test func aSignatureByAnotherKeyIsRefused() {
        let signature = Person.bob.credential(serial: 7).encoded.suffix(64)
        #expect(throws: IdentityError.badSignature) {
            try UnverifiedCredential(bytes.dropLast(64) + signature).verified()
        }
    }

    @Test func aSignatureWithoutTheDomainIsRefused() {
        let body = Array(bytes.dropLast(64))
        #expect(throws: IdentityError.badSignature) {
            try UnverifiedCredential(body + Person.alice.identity.signature(for: body)).verified()
        }
    }

    @Test func aNameThatIsNotAllowedIsRefusedThoughItIsSigned() {
        func signed(_ name: [UInt8]) -> [UInt8] {
            let body = Array(bytes.prefix(74)) + [UInt8(name.count)] + name
            return body + Person.alice.identity.signature(for: Domain.credential.bytes + body)
        }
        #expect(throws: Never.self) { try UnverifiedCredential(signed(Array("al".utf8))).verified() }
        #expect(throws: IdentityError.name(.forbidden("\u{1B}"))) { try UnverifiedCredential(signed([0x1B])) }
        #expect(throws: IdentityError.name(.notUTF8)) { try UnverifiedCredential(signed([0xFF])) }
        #expect(throws: IdentityError.malformed(.lengthOutOfBounds)) { try UnverifiedCredential(signed([])) }
        #expect(throws: Never.self) { try UnverifiedCredential(signed(Array(repeating: 0x61, count: 64))) }
        #expect(throws: IdentityError.malformed(.lengthOutOfBounds)) {
            try UnverifiedCredential(signed(Array(repeating: 0x61, count: 65)))
        }
    }

    @Test func aLeafMayOnlyTakeANewerCredentialOfItsOwnKeys() throws {
        let (alice, bob) = (Person.alice, Person.bob)
        let old = alice.credential(serial: 7)
        let other = try DisplayName("alys")
        #expect(alice.credential(serial: 8, name: other).mayReplace(old))
        #expect(alice.credential(serial: .max).mayReplace(old))
        #expect(!alice.credential(serial: 7, name: other).mayReplace(old))
        #expect(!alice.credential(serial: 6).mayReplace(old))
        #expect(!alice.credential(serial: 8, device: bob.deviceKey).mayReplace(old))
        #expect(!bob.credential(serial: 8, device: alice.deviceKey).mayReplace(old))
    }

    @Test func theLastSerialHasNoNext() {
        #expect(DeviceSerial(.max - 1).next == DeviceSerial(.max))
        #expect(DeviceSerial(.max).next == nil)
    }
}
