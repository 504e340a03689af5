import Identity
import Sodium
import TLSCodec
import TestSupport
import Testing

/// No bytes trap, and what decodes encodes to the same bytes.
@Suite struct DecoderTests {
    @Test func randomBytesNeverTrap() {
        var random = SeededRandom.announced()
        for _ in 0..<5_000 {
            var bytes = random.bytes(count: .random(in: 0...400, using: &random))
            if bytes.count > 1, Bool.random(using: &random) { bytes.replaceSubrange(0..<2, with: [0, 1]) }
            #expect(throws: IdentityError.self) { try UnverifiedCredential(bytes).verified() }
            #expect(throws: IdentityError.self) { try UnverifiedLineCertificate(bytes).verified() }
            #expect(throws: IdentityError.self) { try UnverifiedHello(bytes) }
        }
    }

    @Test func randomCredentialsComeBack() throws {
        var random = SeededRandom.announced()
        for _ in 0..<300 {
            let identity = try Ed25519.SecretKey(seed: random.bytes(count: 32))
            let device = try Ed25519.SecretKey(seed: random.bytes(count: 32))
            let line = try X25519.PublicKey(random.bytes(count: 32))
            let serial = DeviceSerial(random.next())
            let name = String(repeating: "é", count: .random(in: 1...32, using: &random))
            let credential = Credential.issue(
                identity: identity, device: DeviceKey(device.publicKey), serial: serial, name: try DisplayName(name))
            let certificate = LineCertificate.issue(
                device: device, lineKey: LineKey(line), identityKey: IdentityKey(identity.publicKey), serial: serial)
            let hello = try Hello(credential: credential, certificate: certificate)
            let received = try UnverifiedHello(hello.encoded).bound(to: LineKey(line)).verified()
            #expect(received == hello)
            #expect(received.encoded == hello.encoded)
        }
    }

    @Test func randomTextNeverTrapsAParser() {
        var random = SeededRandom.announced()
        let alphabet = Array("0123456789abcdefABCDEF.:[]/-_ sotto://#\u{301}é%@\n")
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...90, using: &random)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? " " })
            if let address = try? RelayAddress(text) { #expect((try? RelayAddress(address.hostAndPort)) != nil) }
            if let name = try? DisplayName(text) { #expect(name.utf8 == Array(text.utf8)) }
            if let name = try? AtName(text) { #expect(name.text == text) }
            _ = try? Fingerprint(text)
            _ = try? SafetyNumber(text)
        }
    }
}
