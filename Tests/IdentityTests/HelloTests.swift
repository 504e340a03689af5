import Identity
import Sodium
import TLSCodec
import Testing

@Suite struct HelloTests {
    let alice = Person.alice
    let bob = Person.bob

    /// Any two pieces side by side, whether they belong together or not.
    private func pieces(_ credential: [UInt8], _ certificate: [UInt8]) -> [UInt8] {
        [UInt8(credential.count >> 8), UInt8(credential.count & 0xFF)] + credential
            + [UInt8(certificate.count >> 8), UInt8(certificate.count & 0xFF)] + certificate
    }

    private func receive(_ bytes: [UInt8], from lineKey: LineKey, remembering: Hello? = nil) throws -> Hello {
        try UnverifiedHello(bytes).bound(to: lineKey).verified(remembering: remembering)
    }

    @Test func itIsCredentialAndCertificateEachWithItsLength() {
        #expect(alice.hello.encoded == pieces(alice.credential().encoded, alice.certificate().encoded))
    }

    @Test func onesOwnHelloOnOnesOwnLineIsAccepted() throws {
        let hello = try receive(alice.hello.encoded, from: alice.lineKey)
        #expect(hello == alice.hello)
        #expect(hello.credential == alice.credential())
        #expect(hello.certificate == alice.certificate())
        #expect(hello.encoded == alice.hello.encoded)
    }

    @Test func somebodyElsesHelloIsRefusedEvenAfterItsOwnerLoggedIn() throws {
        let owner = try receive(alice.hello.encoded, from: alice.lineKey)
        #expect(throws: IdentityError.otherLineKey) {
            try receive(alice.hello.encoded, from: bob.lineKey, remembering: owner)
        }
    }

    @Test func oneBitOfTheHandshakesLineKeyMatters() throws {
        for bit in 0..<256 {
            var bytes = alice.lineKey.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let other = try #require(LineKey(bytes))
            #expect(throws: IdentityError.otherLineKey) { try receive(alice.hello.encoded, from: other) }
        }
    }

    @Test func somebodyElsesCredentialBesideOnesOwnCertificateIsRefused() {
        let stolen = pieces(alice.credential().encoded, bob.certificate().encoded)
        #expect(throws: IdentityError.otherDevice) { try receive(stolen, from: bob.lineKey) }
        let claiming = bob.certificate(identityKey: alice.identityKey).encoded
        #expect(throws: IdentityError.otherDevice) {
            try receive(pieces(alice.credential().encoded, claiming), from: bob.lineKey)
        }
    }

    @Test func anotherDeviceOfTheSamePersonIsRefused() {
        let second = alice.credential(device: DeviceKey(bob.device.publicKey)).encoded
        #expect(throws: IdentityError.otherDevice) {
            try receive(pieces(second, alice.certificate().encoded), from: alice.lineKey)
        }
    }

    @Test func aCredentialThatClaimsAnothersDeviceIsRefused() {
        let claim = bob.credential(device: alice.deviceKey).encoded
        #expect(throws: IdentityError.otherIdentity) {
            try receive(pieces(claim, alice.certificate().encoded), from: alice.lineKey)
        }
    }

    @Test func aHelloOfPiecesThatDoNotBelongTogetherIsNotMadeEither() {
        #expect(throws: IdentityError.otherDevice) {
            try Hello(credential: alice.credential(), certificate: bob.certificate())
        }
        #expect(throws: IdentityError.otherIdentity) {
            try Hello(credential: alice.credential(), certificate: alice.certificate(identityKey: bob.identityKey))
        }
    }

    @Test func everyFlippedBitIsRefusedAlsoBesideTheRememberedOne() {
        let bytes = alice.hello.encoded
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1 << UInt8(index % 8)
            #expect(throws: IdentityError.self) { try receive(flipped, from: alice.lineKey) }
            #expect(throws: IdentityError.self) {
                try receive(flipped, from: alice.lineKey, remembering: alice.hello)
            }
        }
    }

    @Test func aRememberedHelloIsGivenBackAndAnotherIsNot() throws {
        let newer = try Hello(credential: alice.credential(serial: 2), certificate: alice.certificate())
        #expect(try receive(alice.hello.encoded, from: alice.lineKey, remembering: alice.hello) == alice.hello)
        #expect(try receive(newer.encoded, from: alice.lineKey, remembering: alice.hello) == newer)
        #expect(newer.hash != alice.hello.hash)
        #expect(try UnverifiedHello(newer.encoded).bound(to: alice.lineKey).hash == newer.hash)
    }

    @Test func everyShorterOneAndTrailingBytesAreRefused() {
        let bytes = alice.hello.encoded
        for count in bytes.indices {
            #expect(throws: IdentityError.malformed(.truncated)) { try UnverifiedHello(Array(bytes.prefix(count))) }
        }
        #expect(throws: IdentityError.malformed(.trailingBytes)) { try UnverifiedHello(bytes + [0]) }
        let inside = pieces(alice.credential().encoded + [0], alice.certificate().encoded)
        #expect(throws: IdentityError.malformed(.trailingBytes)) { try UnverifiedHello(inside) }
        let behind = pieces(alice.credential().encoded, alice.certificate().encoded + [0])
        #expect(throws: IdentityError.malformed(.trailingBytes)) { try UnverifiedHello(behind) }
    }

    @Test func aNewerClientIsNamedAsThat() {
        let newer = pieces([0, 2] + Array(repeating: 0, count: 500), alice.certificate().encoded)
        #expect(throws: IdentityError.unknownVersion) { try UnverifiedHello(newer) }
    }
}
