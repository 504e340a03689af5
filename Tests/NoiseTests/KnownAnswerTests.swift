@_spi(FixedEphemerals) import Noise
import Sodium
import TestSupport
import Testing

/// Values of our own, made by another implementation (Python, from the specification) that reproduces the published
/// transcripts. Each is SHA-256 of all handshake messages, the handshake hash, the first transport message and one
/// sealed after REKEY.
struct KnownAnswerTests {
    @Test(arguments: transcripts) func agreesWithAnotherImplementation(_ name: String, _ digest: String) throws {
        let noise = try NoiseProtocol(name: name)
        let psks = try [UInt8(0x55), 0x66].prefix(noise.pattern.preSharedKeyCount).map {
            try PreSharedKey(copying: [UInt8](repeating: $0, count: 32))
        }
        let keys = try Party(noise.pattern, initiator: key(0x11), responder: key(0x33), preSharedKeys: psks)
        let prologue = Array("prologue".utf8)
        var ends = try Ends.meet(
            Handshake.initiator(noise, prologue: prologue, keys: keys.initiator, fixedEphemeral: key(0x22)),
            Handshake.responder(noise, prologue: prologue, keys: keys.responder, fixedEphemeral: key(0x44))
        ) { Array("handshake \($0)".utf8) }
        let first = try ends.initiator.sending.seal(Array("transport".utf8))
        ends.initiator.sending.rekey()
        let second = try ends.initiator.sending.seal(Array("rekeyed".utf8))
        let transcript = ends.messages.flatMap { $0 } + ends.initiator.handshakeHash + first + second
        #expect(HashAlgorithm.sha256.digest(of: transcript).hex == digest)
        #expect(try ends.responder.receiving.open(first) == Array("transport".utf8))
        ends.responder.receiving.rekey()
        #expect(try ends.responder.receiving.open(second) == Array("rekeyed".utf8))
    }

    private func key(_ byte: UInt8) throws -> X25519.SecretKey {
        try X25519.SecretKey(copying: [UInt8](repeating: byte, count: 32))
    }

    static let transcripts: [(String, String)] = [
        (
            "Noise_XX_25519_ChaChaPoly_BLAKE2b",
            "cb08f7c4ec8432ef6e54ba639de86daf73af11a84ff92462a07c53759b680183"
        ),
        (
            "Noise_XX_25519_ChaChaPoly_SHA256",
            "968ea87e86ee704df891fb9fc16cda5f3d9826179425f183b86189a73eadb838"
        ),
        (
            "Noise_XX_25519_ChaChaPoly_SHA512",
            "f7acc4196a3bcd1453ef6bf1963c9b4caa3c4e3ef8f70a86d8fe2beafe80c164"
        ),
        (
            "Noise_XX_25519_XChaChaPoly_BLAKE2b",
            "b9ca42c13ecbe7461190b5015fb549d40e1b1bb392efc9f7af59bbdc12608ae4"
        ),
        (
            "Noise_XX_25519_XChaChaPoly_SHA256",
            "ea96b33d4af02723180754d8b752ffbc650d19c92aad032978d8cf8807da3fbc"
        ),
        (
            "Noise_XX_25519_XChaChaPoly_SHA512",
            "6eb55fbd495bea70978bae9f8add75fa0dbdea5d55be71def04f4ff1e3b11c8f"
        ),
        (
            "Noise_IK_25519_ChaChaPoly_BLAKE2b",
            "217ef87520b44263facf59e72077a124538d2380b577170b4061d89ace24e3c6"
        ),
        (
            "Noise_IK_25519_ChaChaPoly_SHA256",
            "d7d0ba48c554fa87815a42e81fbcccd72ba8696aa21885655770c817c887e46e"
        ),
        (
            "Noise_IK_25519_ChaChaPoly_SHA512",
            "4ecdb8b7bcd958a26c7cd7699254da30aa99df0d3f1505f8f18baad6dcfee1ae"
        ),
        (
            "Noise_IK_25519_XChaChaPoly_BLAKE2b",
            "e8a2b309a2511b87a3f57a1fe0c7328c2c54c61ef5ff11624b8f4caabc798c4c"
        ),
        (
            "Noise_IK_25519_XChaChaPoly_SHA256",
            "d55a0db534734c6f77200ec2d22709e11242bbe70396087cd812b8d9418b652e"
        ),
        (
            "Noise_IK_25519_XChaChaPoly_SHA512",
            "1c1a9de3022c1a4762bdf3f6ac18397ac1f4aaae88f221eb7f52ee511b46c2eb"
        ),
        (
            "Noise_NNpsk0_25519_ChaChaPoly_BLAKE2b",
            "dc4aca1987c05984e25958bd777af2fd240250c50a8e7c4f4afb5d2713029699"
        ),
        (
            "Noise_NNpsk0_25519_ChaChaPoly_SHA256",
            "5226e161fc26f2c22825f4057b2cae85161b63507b907e1ba2bf01e3a5758ad8"
        ),
        (
            "Noise_NNpsk0_25519_ChaChaPoly_SHA512",
            "f4f31c1e5a56051d663c0f2d31b41ac7ea37b2a5da795fc452bdd1733d1ed445"
        ),
        (
            "Noise_NNpsk0_25519_XChaChaPoly_BLAKE2b",
            "81cfb5040fdffc5baaa13e155943ebf2a4d0a722dbff1b261815a2be19f2664f"
        ),
        (
            "Noise_NNpsk0_25519_XChaChaPoly_SHA256",
            "194f5f135b927681b5c9b3f2f795a40f1aeb455287b1e0e025fd792641206c62"
        ),
        (
            "Noise_NNpsk0_25519_XChaChaPoly_SHA512",
            "f3a9a610af60b337a92135e55f5a58157e4e57d9efac6314fb1e8ee443f9dd79"
        ),
        (
            "Noise_X1X1_25519_ChaChaPoly_BLAKE2b",
            "bf8ecfae2185ed9fe921347a21f7fd91b34463bf9de6344cb3e0145a12f98b27"
        ),
        (
            "Noise_X1X1_25519_ChaChaPoly_SHA256",
            "99224085b93e0888a26e7efaae168f3896466125ebaf70a0138890be9869189b"
        ),
        (
            "Noise_X1X1_25519_ChaChaPoly_SHA512",
            "5f5f225cc841c6eed95d2da7c901bffa948d49b88950c77f5f21fbad7e9a7cb3"
        ),
        (
            "Noise_X1X1_25519_XChaChaPoly_BLAKE2b",
            "5db3739579562fc3c36e1d8d7a4873c253cf9a4854131ba2df27db1a4bbb2799"
        ),
        (
            "Noise_X1X1_25519_XChaChaPoly_SHA256",
            "21d220e438726b0eca6a68f188dbe0082823e58c23606b665a850de6ab3dd1db"
        ),
        (
            "Noise_X1X1_25519_XChaChaPoly_SHA512",
            "0de475542bd65b6e19aa9770930605070402698d13b3d96375fd3fa823cec970"
        ),
        (
            "Noise_KKpsk0+psk2_25519_ChaChaPoly_BLAKE2b",
            "e01301514061cb5c62f9035687eade58612c9ecbf66467090038be1c5dffd457"
        ),
        (
            "Noise_KKpsk0+psk2_25519_ChaChaPoly_SHA256",
            "557326644e6adedb92003cd7741bcf5f85c6f7cc1a7dcfdccc119079ba09016d"
        ),
        (
            "Noise_KKpsk0+psk2_25519_ChaChaPoly_SHA512",
            "32fe519378d7d84803234acb118e04899c5bd1d387548a416f9eba324b9b6408"
        ),
        (
            "Noise_KKpsk0+psk2_25519_XChaChaPoly_BLAKE2b",
            "506c75a7e9f4a484269cd00cdcbc52920f4b2b3210292ef41e841d703acecf9c"
        ),
        (
            "Noise_KKpsk0+psk2_25519_XChaChaPoly_SHA256",
            "76d062cffbb2cdb1f9e47143ec1ac6885f278178c2c6b1fa1951ef333d340481"
        ),
        (
            "Noise_KKpsk0+psk2_25519_XChaChaPoly_SHA512",
            "cf570b65adfde1988c4a18846633ef1b5a1f7ddd7ba993ffa5d5342fcaa418a9"
        ),
        (
            "Noise_Xpsk1_25519_ChaChaPoly_BLAKE2b",
            "8a5af8c79570349dd383c636b8993c855fe728d6f6caa9cec49e09f588ebbc1c"
        ),
        (
            "Noise_Xpsk1_25519_ChaChaPoly_SHA256",
            "0822817996f51980ff0c26236a677e7600113cc1255dfed3f9ee15f023a9a60d"
        ),
        (
            "Noise_Xpsk1_25519_ChaChaPoly_SHA512",
            "34597a4bf8f754f5360a42e2bd35ee55fa47f9766757bfebbec2efae2db2e57f"
        ),
        (
            "Noise_Xpsk1_25519_XChaChaPoly_BLAKE2b",
            "e208204ca569f5a539ed4f81a57832d3ca0ddfb1532cbd09c23260bc294871d0"
        ),
        (
            "Noise_Xpsk1_25519_XChaChaPoly_SHA256",
            "0cc2fbe9ea86a931c25761733b4336bc4e2b1a3a51407a9f23666700b15b9d66"
        ),
        (
            "Noise_Xpsk1_25519_XChaChaPoly_SHA512",
            "56c20493644042a5d05942fb48c8d7b64dcc527fbf20b840edcca4c8aa443b9a"
        ),
    ]
}
