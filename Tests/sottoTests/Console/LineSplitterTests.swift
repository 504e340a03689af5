import Testing

@testable import sotto

struct LineSplitterTests {
    private func split(_ parts: [[UInt8]], max: Int = 10) -> [String] {
        var splitter = LineSplitter(lineBytesMax: max)
        var inputs = parts.flatMap { splitter.take($0) }
        if let rest = splitter.takeRest() { inputs.append(rest) }
        return inputs.map { input in
            switch input {
            case .line(let line): line
            case .lineTooLong: "<too long>"
            case .end, .interrupt: "<?>"
            }
        }
    }

    private func split(_ text: String, max: Int = 10) -> [String] { split([Array(text.utf8)], max: max) }

    @Test func cutsAtNewlinesAndTakesWhatStandsBehindTheLast() {
        #expect(split("") == [])
        #expect(split("a") == ["a"])
        #expect(split("a\n") == ["a"])
        #expect(split("a\nb") == ["a", "b"])
        #expect(split("\n\na\n\n") == ["", "", "a", ""])
    }

    @Test func putsALineTogetherFromSingleBytes() {
        #expect(split(Array("über\n".utf8).map { [$0] }) == ["über"])
    }

    @Test func takesTheCRBeforeANewlineForItsPart() {
        #expect(split("a\r\nb\r\n") == ["a", "b"])
        #expect(split("a\rb\n") == ["a\rb"])
        #expect(split("a\r\r\n") == ["a\r"])
    }

    @Test func takesALineAtTheLimitAndRefusesOneByteMore() {
        #expect(split("1234567890\n") == ["1234567890"])
        #expect(split("12345678901\nshort\n") == ["<too long>", "short"])
        #expect(split("12345678901") == ["<too long>"])
    }

    /// What ends a line doesn't count as its content.
    @Test func takesALineAtTheLimitAlsoWithACRAtItsEnd() {
        #expect(split("1234567890\r\nshort\r\n") == ["1234567890", "short"])
        #expect(split("12345678901\r\n") == ["<too long>"])
    }

    /// Each byte that is no UTF-8 becomes three: what is sent is what counts.
    @Test func countsWhatALineBecomes() {
        #expect(split([[0xFF, 0xFE, 0x0A]]) == ["\u{FFFD}\u{FFFD}"])
        #expect(split([[UInt8](repeating: 0xFF, count: 3) + [0x0A]]) == ["\u{FFFD}\u{FFFD}\u{FFFD}"])
        #expect(split([[UInt8](repeating: 0xFF, count: 4) + [0x0A]]) == ["<too long>"])
    }

    @Test func isBoundedByTheLimitWhateverComes() {
        var splitter = LineSplitter(lineBytesMax: 10)
        for _ in 0..<1_000 { #expect(splitter.take([UInt8](repeating: 65, count: 1_000)).isEmpty) }
        #expect(splitter.take([0x0A]).count == 1)
    }
}
