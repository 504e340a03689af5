import Identity
import Testing

@Suite struct AtNameTests {
    @Test(arguments: ["a", "0", "alice", "a.b_c-d", "9-", "x.."])
    func anOrdinaryNameIsAllowed(name: String) throws {
        #expect(try AtName(name).text == name)
        #expect(try AtName(utf8: Array(name.utf8)).text == name)
    }

    @Test func thirtyTwoCharactersAreAllowedAndOneMoreIsNot() throws {
        #expect(throws: NameError.empty) { try AtName("") }
        #expect(throws: NameError.empty) { try AtName(utf8: []) }
        _ = try AtName(String(repeating: "a", count: 32))
        #expect(throws: NameError.tooLong) { try AtName(String(repeating: "a", count: 33)) }
        #expect(throws: NameError.tooLong) { try AtName(utf8: Array(repeating: 0x61, count: 33)) }
    }

    @Test(arguments: [".", "_a", "-a"])
    func itBeginsWithALetterOrDigit(name: String) {
        #expect(throws: NameError.badStart) { try AtName(name) }
    }

    /// The neighbours of each allowed range, and what looks like it.
    @Test(
        arguments: ["A", "Z", "`", "{", "/", ":", ",", "^", "@", " ", "\n", "\0", "ä", "а", "０", "\u{301}"]
            as [Unicode.Scalar])
    func everyOtherCharacterIsRefused(scalar: Unicode.Scalar) {
        #expect(throws: NameError.forbidden(scalar)) { try AtName("a\(scalar)") }
        #expect(throws: NameError.forbidden(scalar)) { try AtName("\(scalar)a") }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: NameError.notUTF8) { try AtName(utf8: [0x61, 0xFF]) }
    }
}
