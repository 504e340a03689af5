import Terminal
import Testing

struct PromptScreenTests {
    @Test func thePromptAndTheTypedLineStandInTheLastRow() {
        var stage = Stage(width: 40)
        stage.type("hello")
        #expect(stage.emulator.lines == ["> hello"])
        #expect(stage.emulator.column == 7)
    }

    @Test func aLineThatArrivesDuringTypingGoesAboveIt() {
        var stage = Stage(width: 40)
        stage.type("hel")
        stage.arrive(["bob: hi", "eve: ho"])
        #expect(stage.emulator.lines == ["bob: hi", "eve: ho", "> hel"])
        stage.type("lo")
        #expect(stage.emulator.lines == ["bob: hi", "eve: ho", "> hello"])
        #expect(stage.emulator.column == 7)
    }

    @Test func theCursorStaysWhereItWasWhenALineArrives() {
        var stage = Stage(width: 40)
        stage.type("hello")
        stage.press(.left, .left)
        stage.arrive(["bob: hi"])
        #expect(stage.emulator.column == 5)
        stage.type("X")
        #expect(stage.emulator.lines == ["bob: hi", "> helXlo"])
    }

    @Test func aLongLineGoesOnSetInAboveThePrompt() {
        var stage = Stage(width: 12)
        stage.type("x")
        stage.arrive(["abcdefghijklmno", "0123456789ab", "z"])
        #expect(stage.emulator.lines == ["abcdefghijk", "  lmno", "0123456789a", "  b", "z", "> x"])
    }

    @Test func aTypedLineLongerThanTheScreenScrollsSideways() {
        var stage = Stage(width: 16)
        stage.type("abcdefghijklmnopqrstuvwxyz")
        #expect(stage.emulator.lines == ["> nopqrstuvwxyz"])
        #expect(stage.emulator.column == 15)
        stage.press(.home)
        #expect(stage.emulator.lines == ["> abcdefghijklm"])
        #expect(stage.emulator.column == 2)
    }

    @Test func whatFollowsTheCursorIsSeenToo() {
        var stage = Stage(width: 16)
        stage.type("abcdefghijklmnopqrstuvwxyz")
        for _ in 0..<10 { stage.press(.left) }
        #expect(stage.emulator.lines == ["> hijklmnopqrst"])
        #expect(stage.emulator.column == 11)
    }

    @Test func wideCharactersNeverHangOverTheEdge() {
        var stage = Stage(width: 15)
        stage.type("日本語日本語日本語")
        #expect(stage.emulator.lines == ["> 日本語日本語"])
        #expect(stage.emulator.column == 14)
    }

    @Test func aTypedEscapeIsDrawnAsOne() {
        var stage = Stage(width: 40)
        stage.press(.paste("a\u{1B}[2J\nb"))
        #expect(stage.emulator.lines == [#"> a\u{1b}[2J\nb"#])
        #expect(stage.emulator.violations.isEmpty)
    }

    @Test func aDrawnEscapeIsDimWhereThereIsColour() {
        var editor = LineEditor()
        _ = editor.apply(.paste("a\nb"))
        var screen = PromptScreen(prompt: StyledText("> ", .green), width: 40, colour: true)
        #expect(screen.render(editor) == "\r\u{1B}[K\u{1B}[32m> \u{1B}[0ma\u{1B}[2m\\n\u{1B}[0mb\u{1B}[7G")
    }

    @Test func afterAClusterTheColumnIsSetAbsolutely() {
        var editor = LineEditor()
        _ = editor.apply(.paste("👨‍👩‍👧‍👦x"))
        var screen = PromptScreen(prompt: "> ", width: 40, colour: false)
        #expect(screen.render(editor) == "\r\u{1B}[K> 👨‍👩‍👧‍👦\u{1B}[5G\u{1B}[Kx\u{1B}[6G")
    }

    @Test func aTerminalThatDrawsClustersWiderShowsNoGhosts() {
        var stage = Stage(width: 40, reckoning: .scalars)
        stage.press(.paste("👨‍👩‍👧‍👦xy"))
        #expect(stage.emulator.lines == ["> 👨\u{200D}xy"])
        #expect(stage.emulator.column == 6)
    }

    @Test func aCharacterWiderThanTheRowIsAMark() {
        var stage = Stage(width: 20)
        stage.press(.paste("a" + String(repeating: "क\u{94D}", count: 30) + "कb"))
        #expect(stage.emulator.lines == ["> a…b"])
    }

    @Test func theCursorMayStandBeforeASpacingMark() {
        var stage = Stage(width: 20)
        stage.press(.paste("\u{1000}\u{102C}"), .left)
        #expect(stage.emulator.lines == ["> \u{1000}\u{102C}"])
        #expect(stage.emulator.column == 3)
    }

    @Test func aLongPromptLeavesRoomForTyping() {
        var stage = Stage(width: 20, prompt: "a very long room name> ")
        stage.type("12345678")
        #expect(stage.emulator.lines == ["a very long12345678"])
    }

    @Test func aClearedPromptStaysAwayWhileLinesArrive() {
        var stage = Stage(width: 40)
        stage.type("hello")
        stage.clear()
        stage.arrive(["bob: hi"])
        #expect(stage.emulator.lines == ["bob: hi", ""])
        stage.render()
        #expect(stage.emulator.lines == ["bob: hi", "> hello"])
    }

    @Test func aResizedScreenHasThePromptInOneRowAgain() {
        var stage = Stage(width: 40)
        stage.type("abcdefghijklmnopqrstuvwxyz")
        stage.resize(to: 16)
        #expect(stage.emulator.lines == ["> nopqrstuvwxyz"])
    }

    @Test func clearingTheScreenKeepsThePrompt() {
        var stage = Stage(width: 40)
        stage.type("hel")
        stage.arrive(["bob: hi"])
        stage.clearScreen()
        #expect(stage.emulator.lines == ["> hel"])
    }

    @Test(arguments: [0, -1, Int.min])
    func anUnknownWidthIsTakenForEighty(width: Int) {
        #expect(PromptScreen(prompt: "> ", width: width, colour: false).width == 80)
    }

    @Test func aSenselessWidthIsBounded() {
        #expect(PromptScreen(prompt: "> ", width: .max, colour: false).width == TerminalLimits.screenCellsMax)
    }
}
