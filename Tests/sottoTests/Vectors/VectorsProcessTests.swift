import Testing

@testable import sotto

/// The built program itself: what it exits with.
@Suite(.enabled(if: !BuiltProgram.isMissing, "the program isn't beside these tests"))
struct VectorsProcessTests {
    private func end(_ arguments: String...) throws -> (status: Int32, errors: String) {
        try BuiltProgram(["vectors"] + arguments).end()
    }

    @Test func theEmbeddedSetExitsWith0() throws {
        let end = try end()
        #expect(end.status == 0)
        #expect(end.errors == "")
    }

    @Test func anUnknownSuiteExitsWith64AndNamesThem() throws {
        let end = try end("--only", "nonsense")
        #expect(end.status == 64)
        #expect(end.errors.contains("rfc8032-ed25519"))
    }

    @Test func noFolderAndNoVectorsExitWith1() throws {
        let folder = TemporaryFolder()
        #expect(try end("--dir", folder.path("nothing")).status == 1)
        #expect(try end("--dir", folder.path).status == 1)
    }

    @Test func aDamagedFileExitsWith1() throws {
        let folder = TemporaryFolder()
        folder.write(Array("{".utf8), to: "x25519_test.json")
        let end = try end("--dir", folder.path, "--json")
        #expect(end.status == 1)
        #expect(end.errors.contains("checks failed"))
    }

    /// The program has less of Foundation than its tests, and once read no file at all where they read every one.
    @Test(.enabled(if: PublishedFolder.isPresent, "the published vectors aren't here"))
    func thePublishedFilesExitWith0() throws {
        let end = try end("--dir", PublishedFolder.path)
        #expect(end.status == 0)
        #expect(end.errors == "")
    }
}
