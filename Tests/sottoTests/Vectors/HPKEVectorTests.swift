import Foundation
import Testing

@testable import sotto

/// RFC 9180 §A.2.2: a context of PSK mode, which no published file of ours has.
@Suite struct HPKEVectorTests {
    private static let text = """
        {"mode": 1, "kem_id": 32, "kdf_id": 1, "aead_id": 3, "info": "4f6465206f6e2061204772656369616e2055726e",
         "ikmR": "26b923eade72941c8a85b09986cdfa3f1296852261adedc52d58d2930269812b",
         "pkRm": "13640af826b722fc04feaa4de2f28fbd5ecc03623b317834e7ff4120dbe73062",
         "skRm": "77d114e0212be51cb1d76fa99dd41cfd4d0166b08caa09074430a6c59ef17879",
         "psk": "0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82",
         "psk_id": "456e6e796e20447572696e206172616e204d6f726961",
         "enc": "2261299c3f40a9afc133b969a97f05e95be2c514e54f3de26cbe5644ac735b04",
         "shared_secret": "4be079c5e77779d0215b3f689595d59e3e9b0455d55662d1f3666ec606e50ea7",
         "suite_id": "48504b45002000010003",
         "key": "600d2fdb0313a7e5c86a9ce9221cd95bed069862421744cfb4ab9d7203a9c019",
         "base_nonce": "112e0465562045b7368653e7",
         "exporter_secret": "73b506dc8b6b4269027f80b0362def5cbb57ee50eed0c2873dac9181f453c5ac",
         "encryptions": [
          {"pt": "4265617574792069732074727574682c20747275746820626561757479", "aad": "436f756e742d30",
           "nonce": "112e0465562045b7368653e7",
           "ct": "4a177f9c0d6f15cfdf533fb65bf84aecdc6ab16b8b85b4cf65a370e07fc1d78d28fb073214525276f4a89608ff"},
          {"pt": "4265617574792069732074727574682c20747275746820626561757479", "aad": "436f756e742d31",
           "nonce": "112e0465562045b7368653e6",
           "ct": "5c3cabae2f0b3e124d8d864c116fd8f20f3f56fda988c3573b40b09997fd6c769e77c8eda6cda4f947f5b704a8"}],
         "exports": [
          {"exporter_context": "", "L": 32,
           "exported_value": "813c1bfc516c99076ae0f466671f0ba5ff244a41699f7b2417e4c59d46d39f40"},
          {"exporter_context": "54657374436f6e74657874", "L": 32,
           "exported_value": "ad40e3ae14f21c99bfdebc20ae14ab86f4ca2dc9a4799d200f43a25f99fa78ae"}]}
        """

    private func vector() throws -> PublishedList.Case {
        try #require(JSONSerialization.jsonObject(with: Data(Self.text.utf8)) as? PublishedList.Case)
    }

    @Test func aContextWithAPreSharedKeyPasses() throws {
        let tally = try #require(PublishedList.tally([try vector()]))
        #expect(tally.suite == "hpke")
        #expect(tally.passed == 1)
        #expect(tally.notes.count(of: "messages opened") == 2)
        #expect(tally.notes.count(of: "secrets exported") == 2)
    }

    @Test func aChangedValueFails() throws {
        for changed in ChangedValue.all(of: try vector()) {
            let tally = try #require(PublishedList.tally([changed.json]))
            #expect(tally.passed == 0 && tally.failed + tally.skipped == 1, "\(changed.place)")
        }
    }

    @Test func aContextWithoutTheKeyThatItsModeAsksForFails() throws {
        for name in ["psk", "psk_id"] {
            #expect(PublishedList.tally([try vector().filter { $0.key != name }])?.failed == 1)
        }
        #expect(PublishedList.tally([try vector().merging(["mode": 0]) { $1 }])?.failed == 1)
    }

    @Test func whatIsNotBuiltInIsNamed() throws {
        for (field, number, reason) in [
            ("kem_id", 0x10, "KEM 0x0010"), ("kdf_id", 3, "KDF 0x0003"), ("aead_id", 0xFFFF, "AEAD 0xFFFF"),
            ("mode", 2, "HPKE mode 2"),
        ] {
            let tally = try #require(PublishedList.tally([try vector().merging([field: number]) { $1 }]))
            #expect(tally.run == 0)
            #expect(tally.reasons.reasons == reason + " isn't built in")
        }
    }
}
