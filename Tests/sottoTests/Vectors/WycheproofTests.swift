import Testing

@testable import sotto

/// Files of somebody's own, in the form of Wycheproof.
@Suite struct WycheproofTests {
    private static let alice = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"
    private static let bob = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
    private static let secret = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
    private static let zeros = String(repeating: "0", count: 64)

    private func x25519(
        public: String = bob, shared: String = secret, flags: String = "", result: String = "valid",
        curve: String = "curve25519", type: String = "XdhComp", count: Int = 1
    ) -> VectorReport {
        VectorFile(
            "my_test.json",
            """
            {"algorithm": "XDH", "numberOfTests": \(count), "testGroups": [{"type": "\(type)", "curve": "\(curve)",
             "tests": [{"tcId": 1, "comment": "", "flags": [\(flags)], "public": "\(`public`)",
              "private": "\(Self.alice)", "shared": "\(shared)", "result": "\(result)"}]}]}
            """
        ).report()
    }

    @Test func aRightSecretPasses() {
        #expect(x25519().verdict == .passed)
        #expect(x25519()["x25519"]?.passed == 1)
        #expect(x25519(flags: "\"Twist\"", result: "acceptable").verdict == .passed)
    }

    @Test func aWrongSecretFailsWhateverTheFileExpects() {
        let wrong = "5" + Self.secret.dropFirst()
        #expect(x25519(shared: wrong).verdict == .failed)
        #expect(x25519(shared: wrong, result: "acceptable").verdict == .failed)
        #expect(x25519(shared: wrong)["x25519"]?.failing == ["my_test.json:1"])
    }

    @Test func whatIsInvalidMustBeRefused() {
        #expect(x25519(result: "invalid").verdict == .failed)
        #expect(x25519(public: Self.bob + "00", result: "invalid").verdict == .passed)
    }

    @Test func aZeroSecretMustBeRefusedThoughTheFileAcceptsIt() {
        #expect(x25519(public: Self.zeros, shared: Self.zeros, result: "acceptable").verdict == .passed)
        #expect(x25519(public: Self.zeros, shared: Self.zeros, result: "valid").verdict == .passed)
        #expect(x25519(flags: "\"ZeroSharedSecret\"", result: "acceptable").verdict == .failed)
    }

    @Test func aCountThatIsNotTheFilesFails() {
        #expect(x25519(count: 2).verdict == .failed)
        #expect(x25519(count: 2)["x25519"]?.failing == ["my_test.json: holds 1 tests and says 2"])
        #expect(x25519(count: 0).verdict == .failed)
    }

    @Test func anotherCurveOrFormIsSkippedWithItsReason() {
        #expect(x25519(curve: "curve448")["x25519"]?.reasons.reasons == "curve448 isn't built in")
        let jwk = x25519(type: "XdhJwkComp")["my_test"]
        #expect(jwk?.reasons.reasons == "XdhJwkComp isn't a form that this program reads")
        #expect(jwk?.skipped == 1)
    }

    @Test func aResultOrDigitThatCannotBeFails() {
        #expect(x25519(result: "Valid").verdict == .failed)
        #expect(x25519(shared: "0").verdict == .failed)
        #expect(x25519(shared: "zz").verdict == .failed)
    }

    @Test func anotherAlgorithmIsSkippedWithItsReason() {
        let file = VectorFile(
            "p.json", #"{"algorithm": "ECDH", "numberOfTests": 2, "testGroups": [{"tests": [{}, {}]}]}"#)
        #expect(file.report()["p"]?.reasons.reasons == "ECDH isn't built in")
        #expect(file.report()["p"]?.skipped == 2)
    }

    @Test(arguments: ["", "{", "[1, 2", "nonsense", #"{"algorithm": "XDH", "testGroups": []}"#])
    func aDamagedFileFailsAndDoesNotCrash(_ text: String) {
        #expect(VectorFile("my.json", text).report().verdict == .failed)
    }

    @Test func deepNestingFailsAndDoesNotCrash() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(VectorFile("my.json", deep).report().verdict == .failed)
    }

    @Test func sizesOutOfAllBoundsFailAndDoNotCrash() {
        func hkdf(_ size: String, _ result: String) -> VectorReport.Verdict {
            VectorFile(
                "h.json",
                """
                {"algorithm": "HKDF-SHA-256", "numberOfTests": 1, "testGroups": [{"type": "HkdfTest", "tests": [
                 {"tcId": 1, "ikm": "", "salt": "", "info": "", "size": \(size), "okm": "", "result": "\(result)"}]}]}
                """
            ).report().verdict
        }
        #expect(hkdf("-1", "valid") == .failed)
        #expect(hkdf("-1", "invalid") == .passed)
        #expect(hkdf("9223372036854775807", "invalid") == .passed)
        #expect(hkdf("99999999999999999999999", "invalid") == .failed)
    }

    @Test func aTagIsComparedAtTheGroupsLength() {
        func hmac(_ tagSize: Int, _ tag: String) -> VectorReport.Verdict {
            VectorFile(
                "h.json",
                """
                {"algorithm": "HMACSHA256", "numberOfTests": 1, "testGroups": [{"type": "MacTest",
                 "tagSize": \(tagSize), "tests": [{"tcId": 1, "key": "4a656665",
                 "msg": "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "tag": "\(tag)",
                 "result": "valid"}]}]}
                """
            ).report().verdict
        }
        #expect(hmac(128, "5bdcc146bf60754e6a042426089575c7") == .passed)
        #expect(hmac(256, "5bdcc146bf60754e6a042426089575c7") == .failed)
        #expect(hmac(0, "") == .failed)
        #expect(hmac(.min, "") == .failed)
    }

    @Test func textThatIsNoVectorsIsNothing() {
        #expect(VectorFile("notes.txt", "remember the milk").report() == VectorReport(embedded: [], found: []))
        #expect(VectorFile("picture.png", "{").report() == VectorReport(embedded: [], found: []))
        #expect(VectorFile("cut.txt", " {").report().verdict == .failed)
    }
}
