import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

struct AllowListTests {
    private let temporary = TemporaryFolder()
    private let ann = Person("Ann")
    private let bob = Person("Bob")

    private func list(_ text: String) throws -> AllowList {
        temporary.write(Array(text.utf8), to: "allowed")
        return try AllowList(readFrom: temporary.path("allowed"))
    }

    private func key(_ person: Person) -> IdentityKey { IdentityKey(person.identity.publicKey) }

    @Test(arguments: ["\n", "\r\n", "\n\n", "  \n"])
    func allowsThoseWhoStandOnItHoweverItsLinesEnd(newline: String) throws {
        let list = try list(
            "# friends" + newline + ann.fingerprint.text + " # Ann" + newline
                + bob.fingerprint.text.uppercased() + newline)
        #expect(list.allows(key(ann)) && list.allows(key(bob)))
        #expect(!list.allows(key(Person("Cyd"))))
    }

    @Test func allowsNobodyWhereItIsEmpty() throws {
        #expect(try !list("").allows(key(ann)))
        #expect(try !list("# nobody").allows(key(ann)))
    }

    @Test(arguments: ["Ann", "0123", "\u{FEFF}# remark", "\u{1B}[2J"])
    func namesTheLineThatIsNoFingerprint(line: String) throws {
        do {
            _ = try list(ann.fingerprint.text + "\n" + line)
            Issue.record("accepted")
        } catch let failure as Failure {
            #expect(failure.status == .failed)
            #expect(failure.sentence.contains("Line 2"))
        }
    }

    @Test func saysWhereItCannotBeRead() {
        #expect(throws: Failure.self) { try AllowList(readFrom: temporary.path("missing")) }
        #expect(throws: Failure.self) { try AllowList(readFrom: temporary.path) }
    }
}
