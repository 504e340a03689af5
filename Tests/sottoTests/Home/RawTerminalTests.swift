import Foundation
import Testing

@testable import sotto

/// One terminal at a time may be raw, hence one after the other.
@Suite(.serialized) struct RawTerminalTests {
    private let master: DescriptorNumber
    private let terminal: DescriptorNumber

    init() throws {
        let pair = try #require(PseudoTerminal())
        master = pair.master
        terminal = pair.terminal
    }

    private var isRaw: Bool {
        var settings = termios()
        tcgetattr(terminal.value, &settings)
        return settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0
    }

    @Test func isRawWhileTheValueLivesAndThenAsBefore() throws {
        #expect(terminal.isTerminal)
        #expect(!isRaw)
        let raw = try RawTerminal(terminal, restoringWith: Array("bye".utf8))
        #expect(isRaw)
        raw.end()
        #expect(!isRaw)
        #expect(try master.read(atMost: 10) == Array("bye".utf8))
    }

    @Test func givesKeysAtOnceAndCtrlCAsAByte() throws {
        let raw = try RawTerminal(terminal)
        try master.write(all: [3].span)
        #expect(try terminal.read(atMost: 10) == [3])
        raw.end()
    }

    @Test func refusesASecondOne() throws {
        let raw = try RawTerminal(terminal)
        #expect(throws: ErrorNumber(value: EBUSY)) { _ = try RawTerminal(terminal) }
        #expect(isRaw)
        raw.end()
        let again = try RawTerminal(terminal)
        again.end()
        #expect(!isRaw)
    }

    @Test func knowsItsSize() {
        var window = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal.value, UInt(TIOCSWINSZ), &window)
        #expect(TerminalSize(of: terminal)?.columns == 80)
    }
}
