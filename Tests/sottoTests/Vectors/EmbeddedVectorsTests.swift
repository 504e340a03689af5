import Foundation
import Testing

@testable import sotto

@Suite struct EmbeddedVectorsTests {
    static let counts = [
        ("rfc7748-x25519", 6), ("rfc8032-ed25519", 5), ("rfc8439-chacha20-poly1305", 1),
        ("draft-xchacha20-poly1305", 1), ("fips180-sha2", 4), ("rfc4231-hmac-sha2", 14), ("rfc5869-hkdf-sha256", 3),
        ("rfc7693-blake2b", 2), ("sotto-blake2b-keyed", 16), ("sotto-hmac-blake2b", 20), ("sotto-hkdf-blake2b", 5),
        ("sotto-argon2id", 4), ("sotto-noise-xx", 2), ("sotto-identity", 11),
    ]

    @Test(arguments: counts) func everyCasePasses(_ name: String, count: Int) throws {
        let suite = try #require(EmbeddedVectors.suites().first { $0.name == name })
        let tally = suite.tally()
        #expect(tally.run == count)
        #expect(tally.failing == [])
    }

    @Test func thereIsNoOtherSuite() {
        #expect(EmbeddedVectors.names == Self.counts.map(\.0))
    }

    @Test func everyEmbeddedFileRuns() throws {
        var sources = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { sources.deleteLastPathComponent() }
        let folder = sources.appendingPathComponent("Sources/sotto/Vectors/Embedded").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == Set(EmbeddedVectors.names.map { $0 + ".json" } + ["manifest.json"]))
    }

    /// One digit changed in any value of a case makes that case fail, so none is decoration.
    @Test(arguments: counts.map(\.0)) func aChangedValueFails(_ name: String) throws {
        let json = String(decoding: try #require(EmbeddedVectors.json(named: name)), as: UTF8.self)
        let values = json.matches(of: /"[A-Za-z0-9_]+": "([0-9a-f ]{16,})"/).map { $0.output.1 }
        #expect(!values.isEmpty)
        for value in values {
            let changed = json.replacingCharacters(
                in: value.startIndex..<json.index(after: value.startIndex), with: value.first == "4" ? "5" : "4")
            let suite = try VectorJSON.decode(EmbeddedSuite.self, from: Array(changed.utf8)).vectorSuite
            #expect(suite.tally().failed > 0, "\(name): \(value)")
        }
    }

    @Test func withoutAFolderTheyAreAllThatRuns() throws {
        let report = try VectorRunner().report()
        #expect(report.verdict == .passed)
        #expect(report.tallies.map(\.suite) == EmbeddedVectors.names)
        #expect(report.total.run == Self.counts.map(\.1).reduce(0, +))
    }

    @Test func oneAloneRuns() throws {
        let report = try VectorRunner(only: "fips180-sha2").report()
        #expect(report.tallies.map(\.suite) == ["fips180-sha2"])
        #expect(report.verdict == .passed)
    }

    @Test(arguments: ["", "x25519", "files", "FIPS180-SHA2"]) func anUnknownNameIsAnsweredWithTheNames(_ name: String) {
        #expect(throws: VectorRunnerError.unknownSuite(name, known: EmbeddedVectors.names)) {
            try VectorRunner(only: name).report()
        }
        let failure = Failure(VectorRunnerError.unknownSuite(name, known: EmbeddedVectors.names))
        #expect(failure.status == .wrongUsage)
        #expect(failure.message.contains("rfc7748-x25519"))
    }
}
