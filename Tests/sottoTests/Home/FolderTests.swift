import Foundation
import Sodium
import Testing

@testable import sotto

struct FolderTests {
    private let temporary = TemporaryFolder()

    private func open() throws -> Folder { try Folder(makingMissing: temporary.path) }

    @Test func makesEveryMissingFolderAboveItClosedToOthers() throws {
        _ = try Folder(makingMissing: temporary.path("a/b/c//"))
        #expect(temporary.everything == ["a", "a/b", "a/b/c"])
        for name in temporary.everything { #expect(temporary.mode(name) == 0o700) }
    }

    @Test func makesAFolderOfARelativePath() throws {
        let name = "sotto-test-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: name) }
        _ = try Folder(makingMissing: name)
        #expect(FileManager.default.fileExists(atPath: name))
    }

    @Test func replacesAFileWhole() throws {
        let folder = try open()
        try folder.replace("f", with: [1, 2, 3].span)
        try folder.replace("f", with: [4].span)
        #expect(try folder.read("f", byteCountMax: 10) == [4])
        #expect(temporary.everything == ["f"])
        #expect(temporary.mode("f") == 0o600)
    }

    @Test func createsOnlyWhereNothingIs() throws {
        let folder = try open()
        try folder.create("f", with: [1].span)
        #expect(throws: FileError.exists) { try folder.create("f", with: [2].span) }
        temporary.link("l", to: "nowhere")
        #expect(throws: FileError.exists) { try folder.create("l", with: [2].span) }
        #expect(temporary.read("f") == [1])
        #expect(temporary.everything == ["f", "l"])
    }

    @Test func leavesNoSecondNameAfterCreating() throws {
        let folder = try open()
        try folder.create("f", with: [1].span)
        var status = stat()
        #expect(lstat(temporary.path("f"), &status) == 0 && status.st_nlink == 1)
    }

    @Test func writesOverWhatACrashLeft() throws {
        let folder = try open()
        temporary.write([9, 9, 9], to: "f.new")
        temporary.setMode("f.new", 0o400)
        try folder.replace("f", with: [1].span)
        #expect(temporary.contents == ["f": [1]])
    }

    @Test func removesWhatACrashLeft() throws {
        let folder = try open()
        temporary.write([9], to: "f.new")
        temporary.write([1], to: "f")
        try folder.removeLeftover(of: "f")
        try folder.removeLeftover(of: "g")
        #expect(temporary.contents == ["f": [1]])
    }

    /// Stands for every failure before the last step: the new file can't even be begun.
    @Test func keepsTheOldFileWhenTheNewOneCannotBeWritten() throws {
        let folder = try open()
        try folder.replace("f", with: [1].span)
        temporary.makeFolder("f.new/in the way")
        #expect(throws: FileError.self) { try folder.replace("f", with: [2].span) }
        #expect(temporary.read("f") == [1])
    }

    @Test func doesNotWriteThroughALinkPlantedForTheUnfinishedFile() throws {
        let folder = try open()
        temporary.write([7], to: "victim")
        temporary.link("f.new", to: temporary.path("victim"))
        try folder.replace("f", with: [1].span)
        #expect(temporary.read("victim") == [7])
        #expect(temporary.read("f") == [1])
    }

    @Test func readsUpToTheLimitAndNotOneByteMore() throws {
        let folder = try open()
        temporary.write([1, 2, 3], to: "f")
        #expect(try folder.read("f", byteCountMax: 3) == [1, 2, 3])
        #expect(throws: FileError.tooLong) { try folder.read("f", byteCountMax: 2) }
        #expect(throws: FileError.tooLong) { _ = try folder.readSecret("f", byteCountMax: 2) }
        let secret = try folder.readSecret("f", byteCountMax: 3)
        #expect(secret.withBytes { ConstantTime.areEqual($0, [1, 2, 3].span) })
    }

    @Test func readsAnEmptyFile() throws {
        temporary.write([], to: "f")
        #expect(try open().read("f", byteCountMax: 3) == [])
    }

    @Test func refusesAnythingButAPlainFile() throws {
        let folder = try open()
        temporary.write([1], to: "f")
        temporary.link("link", to: "f")
        temporary.makeFolder("folder")
        mkfifo(temporary.path("pipe"), 0o600)
        for name in ["link", "folder", "pipe"] {
            #expect(throws: FileError.wrongKind) { try folder.read(name, byteCountMax: 10) }
            #expect(throws: FileError.wrongKind) { try folder.closeToOthers(name) }
        }
        #expect(throws: FileError.missing) { try folder.read("nothing", byteCountMax: 10) }
    }

    @Test func refusesALinkInPlaceOfAFolderWithin() throws {
        let folder = try open()
        temporary.makeFolder("real")
        temporary.link("link", to: "real")
        #expect(throws: FileError.wrongKind) { _ = try Folder(makingMissing: "link", in: folder) }
        #expect(throws: FileError.wrongKind) { _ = try Folder(existing: "link", in: folder) }
    }

    @Test func followsALinkThatIsThePathItself() throws {
        temporary.makeFolder("real")
        temporary.link("link", to: "real")
        try Folder(makingMissing: temporary.path("link")).replace("f", with: [1].span)
        #expect(temporary.read("real/f") == [1])
    }

    @Test func takesFromOthersWhatTheyMayDo() throws {
        temporary.makeFolder("open")
        temporary.setMode("open", 0o755)
        let folder = try Folder(makingMissing: temporary.path("open"))
        #expect(try folder.closeToOthers() == FileMode(bits: 0o755))
        #expect(temporary.mode("open") == 0o700)
        temporary.write([1], to: "open/f")
        temporary.setMode("open/f", 0o644)
        #expect(try folder.closeToOthers("f") == FileMode(bits: 0o644))
        #expect(temporary.mode("open/f") == 0o600)
        #expect(try folder.closeToOthers("f") == nil)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away")) func refusesWhatBelongsToAnother() throws {
        temporary.makeFolder("theirs")
        chown(temporary.path("theirs"), 12_345, 12_345)
        #expect(throws: FileError.notOurs) { try Folder(existing: temporary.path("theirs")).closeToOthers() }
        temporary.write([1], to: "f")
        chown(temporary.path("f"), 12_345, 12_345)
        #expect(throws: FileError.notOurs) { try open().closeToOthers("f") }
    }

    @Test func knowsWhetherItHoldsNothingElse() throws {
        let folder = try open()
        #expect(try folder.holdsNothing(but: []))
        temporary.makeFolder("relay")
        #expect(try folder.holdsNothing(but: ["relay", "client"]))
        temporary.write([], to: "else")
        #expect(try !folder.holdsNothing(but: ["relay", "client"]))
        #expect(try folder.holdsNothing(but: ["relay", "client", "else"]))
    }

    @Test func opensAnExistingFolderWithoutChangingIt() throws {
        temporary.makeFolder("open")
        temporary.setMode("open", 0o755)
        _ = try Folder(existing: temporary.path("open"))
        #expect(temporary.mode("open") == 0o755)
        #expect(throws: FileError.missing) { _ = try Folder(existing: temporary.path("nothing")) }
        #expect(throws: FileError.missing) { _ = try Folder(existing: "nothing", in: open()) }
    }
}
