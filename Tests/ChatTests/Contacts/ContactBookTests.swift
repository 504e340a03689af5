import Identity
import TLSCodec
import Testing

@testable import Chat

struct ContactBookTests {
    private let bob: IdentityKey
    private let eve: IdentityKey
    private let name: AtName
    private var book = ContactBook()

    init() throws {
        (bob, eve) = (try TestPerson("Bob").key, try TestPerson("Eve").key)
        name = try AtName("bob")
        book.apply(.meet(bob, as: name, called: try DisplayName("Bob")), atSeconds: 7, called: nil)
    }

    @Test mutating func aPinnedNameStaysWhoItWas() {
        book.apply(.meet(eve, as: name, called: nil), atSeconds: 8, called: nil)
        #expect(book[name]?.identity == bob && book.all.count == 1)
        #expect(book[name]?.displayName?.name.text == "Bob" && book[name]?.madeAtSeconds == 7)
    }

    @Test mutating func anotherKeyTakesTheMarkAwayAndIsRemembered() {
        book.apply(.verify(bob), atSeconds: 8, called: nil)
        #expect(book.isVerified(bob))
        book.apply(.see(eve, as: name), atSeconds: 9, called: nil)
        #expect(!book.isVerified(bob) && !book.isVerified(eve))
        #expect(book.undecided(bob)?.changedTo == eve && book.undecided(eve)?.identity == bob)
        // Until it is decided nobody is verified by it.
        book.apply(.verify(bob), atSeconds: 10, called: nil)
        #expect(!book.isVerified(bob))
    }

    @Test mutating func whoIsMeantAfterThatThePersonDecides() {
        book.apply(.see(eve, as: name), atSeconds: 9, called: nil)
        var old = book
        old.apply(.decide(bob, for: name), atSeconds: 10, called: nil)
        #expect(old[name]?.identity == bob && old[name]?.changedTo == nil)
        book.apply(.decide(eve, for: name), atSeconds: 10, called: nil)
        #expect(book[name]?.identity == eve && book[name]?.changedTo == nil && !book.isVerified(eve))
    }

    @Test mutating func nobodyElseIsDecidedFor() throws {
        book.apply(.see(eve, as: name), atSeconds: 9, called: nil)
        let before = book.all
        book.apply(.decide(try TestPerson("Cat").key, for: name), atSeconds: 10, called: nil)
        #expect(book.all == before)
    }

    @Test mutating func thatTheSameKeyWasSeenChangesNothing() {
        book.apply(.verify(bob), atSeconds: 8, called: nil)
        book.apply(.see(bob, as: name), atSeconds: 9, called: nil)
        #expect(book.isVerified(bob) && book.undecided(bob) == nil)
    }

    @Test mutating func whoWasKnownByTheKeyAloneKeepsTheirMarks() throws {
        book.apply(.verify(eve), atSeconds: 8, called: nil)
        book.apply(.block(eve, isUndone: false), atSeconds: 9, called: nil)
        book.apply(.meet(eve, as: try AtName("eve"), called: nil), atSeconds: 10, called: nil)
        #expect(book.all.count == 2 && book.isVerified(eve) && book.isBlocked(eve))
        book.apply(.block(eve, isUndone: true), atSeconds: 11, called: nil)
        #expect(!book.isBlocked(eve))
        book.apply(.forget(try AtName("eve")), atSeconds: 12, called: nil)
        #expect(!book.isKnown(eve))
    }

    @Test mutating func thereIsAnEndToThem() throws {
        for number in 1..<ChatLimits.contactsMax {
            let key = IdentityKey((0..<32).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })!
            book.apply(.meet(key, as: try AtName("a\(number)"), called: nil), atSeconds: 1, called: nil)
        }
        #expect(book.isFull)
        book.apply(.meet(eve, as: try AtName("eve"), called: nil), atSeconds: 1, called: nil)
        #expect(!book.isKnown(eve))
    }

    @Test mutating func contactsComeBackFromTheirBytes() throws {
        book.apply(.see(eve, as: name), atSeconds: 9, called: nil)
        book.apply(.block(eve, isUndone: false), atSeconds: 9, called: nil)
        for contact in book.all { #expect(try Contact(decoding: contact.encoded()) == contact) }
    }
}
