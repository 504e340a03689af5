import Foundation
import Testing

@testable import sotto

@Suite struct VectorFolderTests {
    private let folder = TemporaryFolder()

    @Test func findsFilesAtAnyDepthInOrder() throws {
        folder.makeFolder("b/c/d")
        for path in ["z.json", "b/a.json", "b/c/d/x.txt", "a.md"] { folder.write([1], to: path) }
        #expect(try VectorFolder(path: folder.path).paths() == ["a.md", "b/a.json", "b/c/d/x.txt", "z.json"])
    }

    @Test func aPathToAFileIsThatFile() throws {
        folder.makeFolder("b")
        folder.write([7], to: "b/a.json")
        let alone = VectorFolder(path: folder.path("b/a.json"))
        #expect(try alone.paths() == [""])
        let file = try alone.file(at: "")
        #expect(file.path == "a.json")
        #expect(file.folder == "b")
        #expect(file.bytes == [7])
    }

    @Test func aFileKnowsTheFolderItLiesIn() throws {
        folder.makeFolder("noise")
        folder.write([7], to: "noise/a.json")
        #expect(try VectorFolder(path: folder.path).file(at: "noise/a.json").folder == "noise")
        let inside = VectorFolder(path: folder.path("noise") + "/")
        #expect(try inside.file(at: "a.json").folder == "noise")
    }

    @Test func entersNoHiddenFolderAndNoLinkToOne() throws {
        folder.makeFolder(".git")
        folder.write([1], to: ".git/a.json")
        folder.link("loop", to: folder.path)
        folder.write([1], to: "b.json")
        folder.link("c.json", to: folder.path("b.json"))
        folder.link("dangling.json", to: folder.path("nothing"))
        #expect(try VectorFolder(path: folder.path).paths() == ["b.json", "c.json"])
        #expect(try VectorFolder(path: folder.path("loop")).paths() == ["b.json", "c.json"])
    }

    @Test func waitsForNoPipe() throws {
        #expect(mkfifo(folder.path("pipe.json"), 0o600) == 0)
        #expect(try VectorFolder(path: folder.path).paths() == [])
    }

    @Test func saysThatThereIsNoFolder() {
        let path = folder.path("nothing")
        #expect(throws: VectorRunnerError.noFolder(path)) { try VectorFolder(path: path).paths() }
        #expect(throws: VectorRunnerError.noFolder(path)) { try VectorRunner(directory: path).report() }
        #expect(throws: VectorRunnerError.noFolder("")) { try VectorFolder(path: "").paths() }
        #expect(Failure(VectorRunnerError.noFolder(path)).status == .failed)
    }

    @Test func looksAtAsManyEntriesAsItsLimit() throws {
        for index in 0..<5 { folder.write([], to: "\(index)") }
        #expect(try VectorFolder(path: folder.path, entriesMax: 5).paths().count == 5)
        #expect(throws: VectorRunnerError.folderTooLarge(folder.path)) {
            try VectorFolder(path: folder.path, entriesMax: 4).paths()
        }
    }

    @Test func goesAsDeepAsItsLimit() throws {
        let deepest = Array(repeating: "d", count: VectorLimits.depthMax).joined(separator: "/")
        folder.makeFolder(deepest)
        folder.write([1], to: deepest + "/a.json")
        #expect(try VectorFolder(path: folder.path).paths() == [deepest + "/a.json"])
        folder.makeFolder(deepest + "/d")
        folder.write([1], to: deepest + "/d/a.json")
        #expect(throws: VectorRunnerError.folderTooLarge(folder.path)) { try VectorFolder(path: folder.path).paths() }
    }

    @Test func readsFilesUpToItsLimitAndFailsBeyond() throws {
        folder.write([1, 2, 3], to: "a.json")
        #expect(try VectorFolder(path: folder.path, fileBytesMax: 3).file(at: "a.json").bytes == [1, 2, 3])
        #expect(throws: VectorFolder.Unreadable.self) {
            try VectorFolder(path: folder.path, fileBytesMax: 2).file(at: "a.json")
        }
        var run = VectorFolderRun(manifest: .embedded, only: nil)
        try run.run(VectorFolder(path: folder.path, fileBytesMax: 2))
        #expect(VectorReport(embedded: [], found: run.tallies)["files"]?.failing == ["a.json: can't be read"])
    }

    @Test func anEmptyFolderProvesNothing() throws {
        #expect(try VectorRunner(directory: folder.path).report().verdict == .noneRanFromFolder)
    }
}
