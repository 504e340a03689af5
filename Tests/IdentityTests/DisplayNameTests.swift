import Identity
import Testing

@Suite struct DisplayNameTests {
    @Test(arguments: [
        "a", "alice", "Ünal", "Bob the 2nd", "李小龍", "김철수", "נועה", "محمد", "अर्जुन", "นิ่ม", "🦊", "(o_O)", "½€+#", "Ⅷ", "x̂̄",
    ])
    func anOrdinaryNameIsAllowed(name: String) throws {
        let parsed = try DisplayName(name)
        #expect(parsed.text == name)
        #expect(try DisplayName(utf8: parsed.utf8) == parsed)
    }

    @Test func sixtyFourBytesAreAllowedAndOneMoreIsNot() throws {
        #expect(throws: NameError.empty) { try DisplayName("") }
        _ = try DisplayName(String(repeating: "a", count: 64))
        #expect(throws: NameError.tooLong) { try DisplayName(String(repeating: "a", count: 65)) }
        _ = try DisplayName(String(repeating: "é", count: 32))
        #expect(throws: NameError.tooLong) { try DisplayName(String(repeating: "é", count: 32) + "a") }
        #expect(throws: NameError.empty) { try DisplayName(utf8: []) }
        #expect(throws: NameError.tooLong) { try DisplayName(utf8: Array(repeating: 0x61, count: 65)) }
    }

    @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]] as [[UInt8]])
    func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
        #expect(throws: NameError.notUTF8) { try DisplayName(utf8: [0x61] + bytes) }
    }

    /// Cc, Cf, Zl, Zp, Zs, Co, Cn, and what came after Unicode 15.0.
    @Test(
        arguments: [
            "\u{0}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200D}",
            "\u{200F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E0041}", "\u{2028}", "\u{2029}", "\u{A0}", "\u{2003}",
            "\u{3000}", "\u{E000}", "\u{10FFFD}", "\u{378}", "\u{FFFE}", "\u{10FFFF}", "\u{1C89}", "\u{1FAE9}",
            "\u{2FFC}",
        ] as [Unicode.Scalar])
    func aCharacterOfAnotherCategoryIsRefused(scalar: Unicode.Scalar) {
        for name in ["a\(scalar)b", "\(scalar)", "\(scalar)a", "a\(scalar)"] {
            #expect(throws: NameError.forbidden(scalar)) { try DisplayName(name) }
        }
    }

    @Test(arguments: [" a", "a ", " ", "a  b", "a b  c"])
    func spacesStandAloneAndInside(name: String) {
        #expect(throws: NameError.misplacedSpace) { try DisplayName(name) }
    }

    @Test func twoMarksMayRunAndThreeMayNot() throws {
        _ = try DisplayName("q\u{323}\u{301}")
        #expect(throws: NameError.tooManyMarks) { try DisplayName("q\u{323}\u{301}\u{301}") }
        _ = try DisplayName("q\u{323}\u{301}q\u{323}\u{301}")
        #expect(throws: NameError.tooManyMarks) { try DisplayName("q" + String(repeating: "\u{301}", count: 31)) }
    }

    @Test(arguments: ["e\u{301}", "\u{212B}", "q\u{301}\u{323}", "\u{1100}\u{1161}", "\u{AC00}\u{11A8}", "\u{958}"])
    func aNameOutsideNFCIsRefused(name: String) {
        #expect(throws: NameError.notNFC) { try DisplayName(name) }
    }
}
