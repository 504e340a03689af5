import Terminal
import Testing

struct StyledTextTests {
    private let line = StyledText("bob", .green) + StyledText(": ") + StyledText("hi\u{1B}", .bold)

    @Test func stylesAreWrittenAroundTheWords() {
        #expect(line.rendered(colour: true) == "\u{1B}[32mbob\u{1B}[0m: \u{1B}[1mhi\\u{1b}\u{1B}[0m")
    }

    @Test func withoutColourOnlyTheWordsAreWritten() {
        #expect(line.rendered(colour: false) == "bob: hi\\u{1b}")
        #expect(line.text == line.rendered(colour: false))
    }

    @Test func anEmptyRunWritesNothing() {
        #expect(StyledText("", .red).rendered(colour: true) == "")
    }

    @Test func everyStyleButPlainHasACodeOfItsOwn() {
        let rendered = TextStyle.allCases.map { StyledText("x", $0).rendered(colour: true) }
        #expect(Set(rendered).count == TextStyle.allCases.count)
        #expect(rendered.contains("x"))
    }
}
