import TestSupport
import Testing

@testable import sotto

@Suite(.enabled(if: PublishedFolder.isPresent, Comment(rawValue: SharedVectors.absence)))
struct PublishedVectorsTests {
    /// One run for all tests below; it takes seconds.
    private static let report = Result { try VectorRunner(directory: PublishedFolder.path).report() }

    @Test(arguments: [
        ("x25519", 518), ("xchacha20_poly1305", 315), ("chacha20_poly1305", 325), ("ed25519", 151),
        ("hkdf_sha256", 86), ("hkdf_sha512", 83), ("hmac_sha256", 174), ("hmac_sha512", 174),
        ("cacophony", 177), ("snow", 153), ("xx-xchachapoly", 3), ("hpke-pq", 1), ("hpke-xwing", 3),
        ("mls-tree-math", 10), ("mls-deserialization", 14), ("mls-messages", 300), ("mls-tree-operations", 5),
        ("mls-passive-client-random", 1),
    ]) func runsEveryCaseOf(_ suite: String, count: Int) throws {
        let tally = try #require(try Self.report.get()[suite])
        #expect(tally.run == count)
        #expect(tally.passed == count)
        #expect(tally.failing.isEmpty)
    }

    /// As many again of each suite that isn't ours.
    @Test(arguments: [
        ("crypto-basics", 1), ("key-schedule", 1), ("message-protection", 1), ("transcript-hashes", 1), ("welcome", 1),
        ("secret-tree", 3), ("psk_secret", 11), ("treekem", 11), ("tree-validation", 14),
        ("passive-client-welcome", 8), ("passive-client-handling-commit", 13),
    ]) func runsEveryCaseOfMLSSuites1And3(_ name: String, count: Int) throws {
        let tally = try #require(try Self.report.get()["mls-" + name])
        #expect(tally.run == 2 * count)
        #expect(tally.passed == 2 * count)
        #expect(tally.skipped == 5 * count)
        #expect(tally.reasons.reasons == "MLS suites 2, 4, 5, 6, 7 aren't built in")
    }

    @Test func opensTheMessagesOfHPKEsContextAndSkipsThoseOfOtherKEMs() throws {
        let tally = try #require(try Self.report.get()["hpke-pq"])
        #expect(tally.notes.count(of: "messages opened") == 10)
        #expect(tally.notes.count(of: "secrets exported") == 5)
        #expect(tally.skipped == 12)
        #expect(tally.reasons.count(of: "KDFs 0x0011, 0x0012 aren't built in") == 2)
    }

    @Test func refusesTheZeroSharedSecretsOfX25519AndComputesWhatElseIsAcceptable() throws {
        let notes = try #require(try Self.report.get()["x25519"]).notes
        #expect(notes.count(of: "ZeroSharedSecret refused") == 31)
        #expect(notes.count(of: "Twist computed") == 216)
        #expect(notes.count(of: "NonCanonicalPublic computed") == 13)
    }

    @Test(arguments: [
        ("cacophony", ["448": 472, "AESGCM": 236, "BLAKE2s": 59]), ("snow", ["AESGCM": 204, "BLAKE2s": 51]),
    ])
    func skipsForItsReasonWhatIsNotBuiltIn(_ suite: String, reasons: [String: Int]) throws {
        let tally = try #require(try Self.report.get()[suite])
        for (part, count) in reasons { #expect(tally.reasons.count(of: part + " isn't built in") == count) }
        #expect(tally.skipped == reasons.values.reduce(0, +))
    }

    @Test func listsWhatItDoesNotRun() throws {
        let report = try Self.report.get()
        for suite in ["mlkem_768", "mlkem_768_encaps", "mlkem_768_keygen_seed"] {
            let tally = try #require(report[suite])
            #expect(tally.run == 0)
            #expect(tally.skipped > 0)
            #expect(tally.reasons.reasons.hasSuffix("isn't built in yet"))
        }
    }

    @Test func everyPublishedFileIsAsItWasPublished() throws {
        let files = try #require(try Self.report.get()[VectorReport.filesSuite])
        #expect(files.failing.isEmpty)
        #expect(files.run == PublishedFolder.files.count)
        #expect(PublishedFolder.files.count == VectorManifest.embedded.files.count)
        #expect(try Self.report.get().verdict == .passed)
    }

    @Test func oneSuiteAloneRunsAndItsFileIsCompared() throws {
        let report = try VectorRunner(directory: PublishedFolder.path, only: "ed25519").report()
        #expect(report.tallies.map(\.suite) == ["ed25519", VectorReport.filesSuite])
        #expect(report.total.run == 152)
        #expect(report.verdict == .passed)
    }

    @Test func aSuiteThatIsOnlySkippedProvesNothing() throws {
        #expect(try VectorRunner(directory: PublishedFolder.path, only: "mlkem_768").report().verdict == .noneRan)
        let file = PublishedFolder.path + "/wycheproof/mlkem_768_test.json"
        #expect(try VectorRunner(directory: file).report().verdict == .noneRanFromFolder)
    }

    @Test func filesAloneAreCompared() throws {
        let report = try VectorRunner(directory: PublishedFolder.path, only: VectorReport.filesSuite).report()
        #expect(report.tallies.map(\.suite) == [VectorReport.filesSuite])
        #expect(report.verdict == .passed)
    }
}
