import TestSupport
import Testing

@testable import sotto

/// One byte changed anywhere in a published file makes the self-test fail, be it in a digit that counts, a comment, a
/// flag or a space.
@Suite(.enabled(if: PublishedFolder.isPresent, Comment(rawValue: SharedVectors.absence)))
struct ChangedByteTests {
    @Test(arguments: PublishedFolder.files.map(\.path)) func oneByteChangedFails(_ path: String) throws {
        var random = SeededRandom.announced("oneByteChangedFails(\(path))")
        let file = try #require(PublishedFolder.files.first { $0.path == path })
        let places = [0, file.bytes.count - 1] + (0..<3).map { _ in .random(in: 0..<file.bytes.count, using: &random) }
        for place in places {
            var bytes = file.bytes
            bytes[place] ^= .random(in: 1...255, using: &random)
            #expect(try verdict(bytes, at: path) == .failed, "byte \(place)")
            #expect(try verdict(bytes, at: file.name) == .failed, "byte \(place), outside its folder")
        }
    }

    @Test(arguments: PublishedFolder.files.filter { $0.isJSON || $0.looksLikeJSON }.map(\.path))
    func aTruncatedFileFails(_ path: String) throws {
        let file = try #require(PublishedFolder.files.first { $0.path == path })
        for count in [0, 1, file.bytes.count / 2, file.bytes.count - 2] {
            #expect(try verdict(Array(file.bytes.prefix(count)), at: path) == .failed, "\(count) bytes left")
        }
    }

    @Test func oneByteAddedFails() throws {
        let file = try #require(PublishedFolder.files.first { $0.name == "x25519_test.json" })
        #expect(try verdict(file.bytes + [0x0A], at: "elsewhere/x25519_test.json") == .failed)
    }

    @Test func aPublishedFileUnderAnotherNameIsStillItself() throws {
        let file = try #require(PublishedFolder.files.first { $0.name == "x25519_test.json" })
        let report = try report(file.bytes, at: "mine.json")
        #expect(report["x25519"]?.passed == 518)
        #expect(report[VectorReport.filesSuite]?.passed == 1)
        #expect(report.verdict == .passed)
    }

    @Test func theFailureNamesTheFileAndExitsWith1() throws {
        let file = try #require(PublishedFolder.files.first { $0.name == "mlkem_768_test.json" })
        var bytes = file.bytes
        bytes[100] ^= 1
        let report = try report(bytes, at: file.path)
        #expect(report[VectorReport.filesSuite]?.failing == ["\(file.path): differs from C2SP/wycheproof dac1dd4"])
        #expect(Failure(report)?.status == .failed)
    }

    private func verdict(_ bytes: [UInt8], at path: String) throws -> VectorReport.Verdict {
        try report(bytes, at: path).verdict
    }

    /// The report of a folder that holds this file alone.
    private func report(_ bytes: [UInt8], at path: String) throws -> VectorReport {
        let folder = TemporaryFolder()
        if let slash = path.lastIndex(of: "/") { folder.makeFolder(String(path[..<slash])) }
        folder.write(bytes, to: path)
        var run = VectorFolderRun(manifest: .embedded, only: nil)
        try run.run(VectorFolder(path: folder.path))
        return VectorReport(embedded: [], found: run.tallies)
    }
}
