import Terminal
import Testing

struct KeyParserTests {
    @Test func lettersAreKeys() {
        #expect(keys("ab ~") == [.text("a"), .text("b"), .text(" "), .text("~")])
    }

    @Test func aSplitUTF8SequenceIsOneKey() {
        var parser = KeyParser()
        #expect(parser.take([0xE2, 0x82]) == [])
        #expect(!parser.hasPendingEscape)
        #expect(parser.take([0xAC]) == [.text("€")])
    }

    @Test func bytesThatAreNoUTF8AreReplaced() {
        #expect(keys(bytes: [0xFF, 0x61]) == [.text("\u{FFFD}"), .text("a")])
        #expect(keys(bytes: [0xE2, 0x61]) == [.text("\u{FFFD}"), .text("a")])
    }

    @Test func eightBitControlsAreNoText() {
        #expect(keys("\u{9B}\u{85}a") == [.text("a")])
    }

    @Test(
        arguments: [
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
            ("\u{1}", .control("a")),
            ("\u{3}", .control("c")), ("\u{4}", .control("d")), ("\u{C}", .control("l")), ("\u{17}", .control("w")),
            ("\u{1A}", .control("z")), ("\u{0}", .control("@")), ("\u{1F}", .control("_")),
        ] as [(String, Key)])
    func controlsAreKeys(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test(
        arguments: [
            ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}OA", .up),
            ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
            ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
            ("\u{1B}[3~", .delete),
            ("\u{1B}[3;5~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
            ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;3C", .wordRight),
            ("\u{1B}[1;3D", .wordLeft),
            ("\u{1B}[1;2C", .right), ("\u{1B}Oc", .wordRight), ("\u{1B}Od", .wordLeft), ("\u{1B}OM", .enter),
            ("\u{1B}b", .alt("b")), ("\u{1B}\u{7F}", .alt("\u{7F}")), ("\u{1B}\r", .alt("\r")),
        ] as [(String, Key)])
    func sequencesAreKeys(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test func aSequenceSplitAnywhereIsOneKey() {
        let bytes = Array("\u{1B}[1;5C".utf8)
        for cut in 1..<bytes.count {
            var parser = KeyParser()
            #expect(parser.take(bytes[..<cut]) == [])
            #expect(parser.hasPendingEscape)
            #expect(parser.take(bytes[cut...]) == [.wordRight])
            #expect(!parser.hasPendingEscape)
        }
    }

    @Test func aLoneEscapeIsAKeyOnlyAfterTheTimer() {
        var parser = KeyParser()
        #expect(parser.take([0x1B]) == [])
        #expect(parser.hasPendingEscape)
        #expect(parser.flushPendingEscape() == .escape)
        #expect(!parser.hasPendingEscape)
        #expect(parser.take("[A".utf8) == [.text("["), .text("A")])
    }

    @Test func twoEscapesAreTwoKeys() {
        var parser = KeyParser()
        #expect(parser.take([0x1B, 0x1B]) == [.escape])
        #expect(parser.flushPendingEscape() == .escape)
    }

    @Test func altWithABracketIsAKeyAfterTheTimer() {
        var parser = KeyParser()
        _ = parser.take("\u{1B}[".utf8)
        #expect(parser.flushPendingEscape() == .alt("["))
        _ = parser.take("\u{1B}O".utf8)
        #expect(parser.flushPendingEscape() == .alt("O"))
    }

    @Test func aFlushWithNothingPendingIsNothing() {
        var parser = KeyParser()
        #expect(parser.flushPendingEscape() == nil)
    }

    @Test func altWithALetterBeyondASCIIIsEscapeAndTheLetter() {
        #expect(keys("\u{1B}é") == [.escape, .text("é")])
    }

    private func keys(_ text: String) -> [Key] {
        keys(bytes: Array(text.utf8))
    }

    private func keys(bytes: [UInt8]) -> [Key] {
        var parser = KeyParser()
        return parser.take(bytes)
    }
}
