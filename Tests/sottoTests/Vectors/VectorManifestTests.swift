import Sodium
import Testing

@testable import sotto

@Suite struct VectorManifestTests {
    private let manifest: VectorManifest

    init() throws {
        let digest = HashAlgorithm.sha256.digest(of: Array("[1]".utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        let json = """
            {"sources": {"mls": "somebody 123"}, "files": [
             {"path": "mls/messages.json", "byteCount": 3, "sha256": "\(digest)", "suite": "mls-messages", "cases": 1,
              "skipped": "not built in"},
             {"path": "noise/snow.txt", "byteCount": 9, "sha256": "00", "suite": "snow", "cases": 2, "run": 2},
             {"path": "README.md", "byteCount": 5, "sha256": "00"}]}
            """
        manifest = try VectorJSON.decode(VectorManifest.self, from: Array(json.utf8))
    }

    private func knows(_ path: String, in folder: String, _ text: String) -> String? {
        manifest.entry(for: VectorFile(path: path, folder: folder, bytes: Array(text.utf8)))?.path
    }

    @Test func knowsAFileByItsBytesUnderAnyName() {
        #expect(knows("a/b.bin", in: "a", "[1]") == "mls/messages.json")
    }

    @Test func knowsACommonNameInItsFolderOrAtItsSize() {
        #expect(knows("mls/messages.json", in: "mls", "[1, 2]") == "mls/messages.json")
        #expect(knows("x/messages.json", in: "x", "[2]") == "mls/messages.json")
        #expect(knows("x/messages.json", in: "x", "[1, 2]") == nil)
        #expect(knows("mls/other.json", in: "mls", "[2]") == nil)
    }

    @Test func knowsANameThatNobodyElseUsesAnywhere() {
        #expect(knows("x/snow.txt", in: "x", "anything") == "noise/snow.txt")
    }

    @Test func knowsADocumentAtItsSizeAlone() {
        #expect(knows("x/README.md", in: "x", "12345") == "README.md")
        #expect(knows("README.md", in: "", "123456") == nil)
    }

    @Test func aKnownFileWithOtherBytesFailsThoughItsCasesAreSkipped() {
        let report = VectorFile(path: "mls/messages.json", folder: "mls", bytes: Array("[2]".utf8)).report(manifest)
        #expect(report["mls-messages"]?.skipped == 1)
        #expect(report["files"]?.failing == ["mls/messages.json: differs from somebody 123"])
    }

    @Test func aKnownFileOfWhichLessRunsFails() {
        let file = VectorFile(path: "snow.txt", folder: "", bytes: Array(#"{"vectors": [1]}"#.utf8))
        #expect(file.report(manifest)["snow"]?.failing == ["snow.txt: 0 of 2 cases ran"])
    }

    @Test func everyPublishedFileIsNamedOnce() {
        let files = VectorManifest.embedded.files
        #expect(files.count == 34)
        #expect(Set(files.map(\.path)).count == files.count)
        #expect(Set(files.map(\.sha256.bytes)).count == files.count)
        #expect(files.allSatisfy { $0.sha256.bytes.count == 32 && $0.byteCount > 0 })
        #expect(files.allSatisfy { ($0.suite != nil) == ($0.run != nil || $0.skipped != nil) })
    }

    @Test func ofMLSTheCasesOfTwoSuitesRunAndThoseWithoutASuite() {
        let files = VectorManifest.embedded.files.filter { $0.path.hasPrefix("mls/") && $0.suite != nil }
        #expect(files.count == 16)
        let withoutASuite = 10 + 14 + 300
        let suiteOneAlone = 5 + 1
        #expect(files.compactMap(\.run).reduce(0, +) == 2 * 65 + suiteOneAlone + withoutASuite)
        #expect(files.allSatisfy { $0.skipped == nil })
    }

    @Test func everyFileBesidesThoseOfMLKEMRuns() {
        let skipped = VectorManifest.embedded.files.filter { $0.skipped != nil }.map(\.path)
        #expect(skipped.count == 3)
        #expect(skipped.allSatisfy { $0.hasPrefix("wycheproof/mlkem_768") })
    }
}
