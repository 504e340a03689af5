import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

struct AllowListFileTests {
    private let temporary = TemporaryFolder()
    private let ann = Person("Ann")
    private let bob = Person("Bob")

    private func key(_ person: Person) -> IdentityKey { IdentityKey(person.identity.publicKey) }

    private func file(_ text: String) throws -> AllowListFile {
        write(text)
        return try AllowListFile(temporary.path("allowed"))
    }

    private func write(_ text: String) { temporary.write(Array(text.utf8), to: "allowed") }

    @Test func servesWhomTheFileListsWhenItIsReadAgain() throws {
        let file = try file(ann.fingerprint.text)
        write(bob.fingerprint.text + "\n")
        #expect(file.allows(key(ann)) && !file.allows(key(bob)))
        try file.reread()
        #expect(!file.allows(key(ann)) && file.allows(key(bob)))
        #expect(file.count == 1)
    }

    @Test(arguments: ["half a fingerpr", "\u{0}", "0123 4567"])
    func keepsTheOldListWhereTheFileIsDamaged(damage: String) throws {
        let file = try file(ann.fingerprint.text)
        write(bob.fingerprint.text + "\n" + damage)
        #expect(throws: Failure.self) { try file.reread() }
        #expect(file.allows(key(ann)) && !file.allows(key(bob)))
    }

    @Test func keepsTheOldListWhereThereIsNoFileAnyMore() throws {
        let file = try file(ann.fingerprint.text)
        temporary.remove("allowed")
        #expect(throws: Failure.self) { try file.reread() }
        #expect(file.allows(key(ann)))
    }

    /// As in `--allow <(command)`: a second read of it finds nothing, or never ends.
    @Test func keepsTheOldListWhereItCameThroughAPipe() throws {
        let file = try file(ann.fingerprint.text)
        temporary.remove("allowed")
        #expect(mkfifo(temporary.path("allowed"), 0o600) == 0)
        #expect(throws: Failure.self) { try file.reread() }
        #expect(file.allows(key(ann)))
    }
}
