import Sodium
import TestSupport
import Testing

/// One published value a primitive. The whole sets run through `sotto vectors`.
@Suite struct KnownAnswerTests {
    private let sunscreen = Array(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
            .utf8)
    private let key = (0x80...0x9F).map { UInt8($0) }
    private let associatedData = [UInt8](hex: "50515253c0c1c2c3c4c5c6c7")

    @Test func x25519GivesTheSecretOfRFC7748Section61() throws {
        let alice = try X25519.SecretKey(
            copying: [UInt8](hex: "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
        let bob = try X25519.PublicKey(
            [UInt8](hex: "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"))
        #expect(
            try alice.sharedSecret(with: bob).array()
                == [UInt8](hex: "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"))
    }

    @Test func ed25519SignsAsInRFC8032Test1() throws {
        let key = try Ed25519.SecretKey(
            seed: [UInt8](hex: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        #expect(
            key.publicKey.bytes == [UInt8](hex: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        #expect(
            key.signature(for: [UInt8]())
                == [UInt8](
                    hex: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"))
    }

    @Test func chaCha20Poly1305SealsAsInRFC8439Section282() throws {
        let key = try AEADKey(.chaCha20Poly1305, copying: key)
        let nonce = try AEADNonce(copying: [UInt8](hex: "070000004041424344454647"))
        let sealed = try key.seal(sunscreen, nonce: nonce, authenticating: associatedData)
        #expect(sealed.suffix(16) == [UInt8](hex: "1ae10b594f09e26a7e902ecbd0600691")[...])
        #expect(sealed.prefix(8) == [UInt8](hex: "d31a8d34648e60db")[...])
    }

    @Test func xChaCha20Poly1305SealsAsInTheDraftsSectionA31() throws {
        let key = try AEADKey(.xChaCha20Poly1305, copying: key)
        let nonce = try AEADNonce(copying: (0x40...0x57).map { UInt8($0) })
        let sealed = try key.seal(sunscreen, nonce: nonce, authenticating: associatedData)
        #expect(sealed.suffix(16) == [UInt8](hex: "c0875924c1c7987947deafd8780acf49")[...])
        #expect(sealed.prefix(8) == [UInt8](hex: "bd6d179d3e83d43b")[...])
    }

    @Test(arguments: [
        (
            HashAlgorithm.blake2b,
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
        ),
        (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            .sha512,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
    ]) func hashesABC(_ algorithm: HashAlgorithm, _ digest: String) {
        #expect(algorithm.digest(of: Array("abc".utf8)) == [UInt8](hex: digest))
    }

    @Test func hmacSHA256TagsAsInRFC4231Case2() {
        let tag = HMACState.tag(
            .sha256, key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
        #expect(tag == [UInt8](hex: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    }

    @Test func hkdfSHA256DerivesAsInRFC5869A1() throws {
        let output = try HKDF.derive(
            .sha256, inputKeyMaterial: [UInt8](repeating: 0x0B, count: 22).span, salt: [UInt8](counting: 13).span,
            info: [UInt8](hex: "f0f1f2f3f4f5f6f7f8f9").span, byteCount: 42)
        #expect(
            output.array()
                == [UInt8](
                    hex: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"))
    }
}
