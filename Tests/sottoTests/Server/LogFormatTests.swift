import Foundation
import Identity
import Logging
import Testing

@testable import sotto

struct LogFormatTests {
    private let time = UTCTime(millisecondsSince1970: 0)

    @Test func isKeysAndValuesForPeople() {
        let line = LogFormat.plain.line(
            at: time, .info, "the relay listens",
            ["address": "127.0.0.1:48295", "count": "2", "none": "", "why": "a b"])
        #expect(
            line == #"time=1970-01-01T00:00:00.000Z level=info message="the relay listens" address=127.0.0.1:48295 "#
                + #"count=2 none="" why="a b""#)
    }

    @Test func isOneObjectForPrograms() throws {
        let line = LogFormat.json.line(at: time, .warning, "full", ["why": "\"quoted\"\n", "level": "mine"])
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(
            object == [
                "time": "1970-01-01T00:00:00.000Z", "level": "warning", "message": "full", "why": "\"quoted\"\n",
                "level_": "mine",
            ])
    }

    @Test(arguments: [LogFormat.plain, .json], HostileText.all)
    func staysOneLineThatTouchesNoTerminal(format: LogFormat, text: String) {
        let line = format.line(at: time, .info, "\(text)", ["why": "\(text)", "x=\n": "\(text)"])
        #expect(HostileText.untamed(in: line).isEmpty)
        #expect(!line.contains("\n"))
    }

    @Test func cutsAValueThatIsTooLong() {
        let fits = String(repeating: "a", count: ServerLimits.loggedScalarsMax)
        #expect(LogFormat.plain.line(at: time, .info, "m", ["k": "\(fits)"]).hasSuffix("k=\(fits)"))
        #expect(LogFormat.plain.line(at: time, .info, "m", ["k": "\(fits)b"]).hasSuffix("k=\"\(fits)…\""))
    }

    @Test func tellsTheFirstDigitsOfAFingerprint() throws {
        let fingerprint = try Fingerprint("0123 4567 89ab cdef" + String(repeating: "0", count: 48))
        #expect(fingerprint.logged == "01234567")
    }
}
