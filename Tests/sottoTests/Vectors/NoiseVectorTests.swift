import Foundation
import Testing

@testable import sotto

/// Files of somebody's own, in the form of cacophony and snow.
@Suite struct NoiseVectorTests {
    private typealias Vector = [String: Any]

    /// The embedded vectors, as a file of their own would hold them.
    private func vectors() throws -> [Vector] {
        let json = try JSONSerialization.jsonObject(
            with: Data(try #require(EmbeddedVectors.json(named: "sotto-noise-xx"))))
        let groups = try #require((json as? Vector)?["groups"] as? [Vector])
        let cases = try #require(groups.first?["cases"] as? [Vector])
        return cases.compactMap { $0["vector"] as? Vector }
    }

    private func tally(_ vectors: [Vector]) throws -> VectorTally {
        let data = try JSONSerialization.data(withJSONObject: ["vectors": vectors])
        let file = VectorFile(path: "own.txt", folder: "mine", bytes: Array(data))
        return try #require(file.report()["own"])
    }

    private func tally(changing change: (inout Vector) -> Void) throws -> VectorTally {
        var vector = try #require(try vectors().last)
        change(&vector)
        return try tally([vector])
    }

    @Test func theyRunUnderTheNameOfTheirFile() throws {
        let tally = try tally(vectors())
        #expect(tally.passed == 2)
        #expect(tally.failed == 0)
    }

    @Test func aSnowVectorWithoutAHashRuns() throws {
        #expect(try tally { $0["handshake_hash"] = nil }.passed == 1)
    }

    @Test(arguments: [
        "init_prologue", "resp_prologue", "init_static", "init_ephemeral", "resp_static", "resp_ephemeral",
        "handshake_hash",
    ]) func aChangedFieldFails(_ field: String) throws {
        let tally = try tally { vector in
            let value = vector[field] as? String ?? ""
            vector[field] = value.dropLast(2) + (value.hasSuffix("00") ? "10" : "00")
        }
        #expect(tally.failing == ["own.txt:1 Noise_XX_25519_XChaChaPoly_BLAKE2b"])
    }

    @Test func aChangedMessageFailsWhicheverItIs() throws {
        for index in 0..<7 {
            for part in ["payload", "ciphertext"] {
                let tally = try tally { vector in
                    var messages = vector["messages"] as? [[String: String]] ?? []
                    messages[index][part]? += "00"
                    vector["messages"] = messages
                }
                #expect(tally.failed == 1, "message \(index), \(part)")
            }
        }
    }

    @Test func aVectorThatEndsInTheHandshakeFails() throws {
        for count in 0..<3 {
            let tally = try tally { vector in
                vector["messages"] = Array((vector["messages"] as? [Any] ?? []).prefix(count))
            }
            #expect(tally.failed == 1, "\(count) messages")
        }
    }

    @Test(arguments: [
        ("Noise_XX_448_ChaChaPoly_BLAKE2b", "448"), ("Noise_XX_25519_AESGCM_SHA256", "AESGCM"),
        ("Noise_XX_25519_ChaChaPoly_BLAKE2s", "BLAKE2s"), ("Noise_XXfallback_25519_ChaChaPoly_SHA256", "XXfallback"),
        ("Noise_NNhfs_25519+448_ChaChaPoly_SHA256", "25519+448"),
    ]) func whatIsNotBuiltInIsSkippedWithItsReason(_ name: String, part: String) throws {
        let tally = try tally { $0["protocol_name"] = name }
        #expect(tally.run == 0)
        #expect(tally.reasons.reasons == part + " isn't built in")
    }

    @Test(arguments: ["", "Noise", "Noise_XX_25519_ChaChaPoly", "noise_XX_25519_ChaChaPoly_BLAKE2b_x"])
    func aNameThatIsNoneFails(_ name: String) throws {
        #expect(try tally { $0["protocol_name"] = name }.failed == 1)
    }

    @Test func keysTooFewOrTooManyFail() throws {
        #expect(try tally { $0["init_static"] = nil }.failed == 1)
        #expect(try tally { $0["init_remote_static"] = $0["resp_static"] }.failed == 1)
        #expect(try tally { $0["init_psks"] = [String(repeating: "00", count: 32)] }.failed == 1)
    }
}
