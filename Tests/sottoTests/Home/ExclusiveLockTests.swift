import Foundation
import Testing

@testable import sotto

struct ExclusiveLockTests {
    private let temporary = TemporaryFolder()

    @Test func keepsTheSecondOutAndNamesTheFirst() throws {
        let folder = try Folder(makingMissing: temporary.path)
        let first = try ExclusiveLock("lock", in: folder)
        let before = temporary.contents
        #expect(throws: LockError.held(by: .own)) { _ = try ExclusiveLock("lock", in: folder) }
        #expect(temporary.contents == before)
        #expect(temporary.mode("lock") == 0o600)
        _ = first
    }

    @Test func isFreeWhenItsOwnerIsGone() throws {
        let folder = try Folder(makingMissing: temporary.path)
        do { _ = try ExclusiveLock("lock", in: folder) }
        _ = try ExclusiveLock("lock", in: folder)
    }

    /// A child that is just being started has a copy of every descriptor, until it is another program.
    @Test func isFreeThoughAChildStillHasItsDescriptor() throws {
        let folder = try Folder(makingMissing: temporary.path)
        var copy: Int32?
        do {
            let lock = try ExclusiveLock("lock", in: folder)
            copy = duplicateDescriptor(of: "lock")
            _ = lock
        }
        #expect(copy != nil)
        _ = try ExclusiveLock("lock", in: folder)
        if let copy { close(copy) }
    }

    private func duplicateDescriptor(of name: String) -> Int32? {
        var wanted = stat()
        lstat(temporary.path(name), &wanted)
        return (Int32(3)..<1024).lazy.compactMap { number -> Int32? in
            var status = stat()
            guard fstat(number, &status) == 0, status.st_ino == wanted.st_ino, status.st_dev == wanted.st_dev
            else { return nil }
            return dup(number)
        }.first
    }

    @Test(arguments: ["", "x\n", "99999999999\n", "-1\n", "0\n", "12", "1 2\n", String(repeating: "1", count: 21)])
    func namesNobodyWhenTheFileDoesNot(_ text: String) throws {
        let folder = try Folder(makingMissing: temporary.path)
        let first = try ExclusiveLock("lock", in: folder)
        temporary.overwrite("lock", with: Array(text.utf8))
        #expect(throws: LockError.held(by: nil)) { _ = try ExclusiveLock("lock", in: folder) }
        _ = first
    }

    @Test func refusesALinkInItsPlace() throws {
        let folder = try Folder(makingMissing: temporary.path)
        temporary.write([7], to: "victim")
        temporary.link("lock", to: "victim")
        #expect(throws: LockError.failed(.wrongKind)) { _ = try ExclusiveLock("lock", in: folder) }
        #expect(temporary.read("victim") == [7])
    }

    @Test func replacesAnEarlierOwnersNumber() throws {
        let folder = try Folder(makingMissing: temporary.path)
        temporary.write(Array("4294967\nand more\n".utf8), to: "lock")
        let lock = try ExclusiveLock("lock", in: folder)
        #expect(temporary.read("lock") == Array("\(getpid())\n".utf8))
        _ = lock
    }
}
