import Identity
import Sodium
import Testing

@testable import SecureChannel

struct HelloVerifierTests {
    @Test func verifiesAHelloForTheLineKeyThatItNames() throws {
        let ann = Person()
        let verifier = HelloVerifier()
        for _ in 0..<2 {
            #expect(try verifier.verify(ann.hello().encoded, lineKey: ann.lineKey) == ann.hello())
        }
    }

    /// A5b: the comparison is made at every login, remembered or not.
    @Test func refusesAForeignHelloAlsoAfterItsOwnerHasLoggedIn() throws {
        let (ann, mallory) = (Person(), Person("Mallory"))
        let verifier = HelloVerifier()
        for _ in 0..<3 {
            #expect(throws: IdentityError.otherLineKey) {
                try verifier.verify(ann.hello().encoded, lineKey: mallory.lineKey)
            }
            _ = try verifier.verify(ann.hello().encoded, lineKey: ann.lineKey)
        }
    }

    @Test func refusesAChangedByteAnywhereAlsoInWhatItRemembers() throws {
        let ann = Person()
        let verifier = HelloVerifier()
        let hello = ann.hello().encoded
        _ = try verifier.verify(hello, lineKey: ann.lineKey)
        for index in hello.indices {
            var changed = hello
            changed[index] ^= 1
            #expect(throws: IdentityError.self, "byte \(index)") {
                try verifier.verify(changed, lineKey: ann.lineKey)
            }
        }
        #expect(throws: IdentityError.self) { try verifier.verify(hello + [0], lineKey: ann.lineKey) }
        #expect(throws: IdentityError.self) { try verifier.verify([], lineKey: ann.lineKey) }
    }

    @Test func forgetsSomeOfManyAndStaysRight() throws {
        let verifier = HelloVerifier(rememberedMax: 4)
        let people = (0..<12).map { Person("Person \($0)") }
        for _ in 0..<3 {
            for person in people { _ = try verifier.verify(person.hello().encoded, lineKey: person.lineKey) }
        }
        for person in people {
            #expect(throws: IdentityError.otherLineKey) {
                try verifier.verify(person.hello().encoded, lineKey: Person().lineKey)
            }
        }
    }
}
