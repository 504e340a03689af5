import Foundation
import Testing

@testable import sotto

struct JSONObjectTests {
    private func line(_ text: String) -> String { JSONObject(["text": .string(text)]).line }

    private func roundTrip(_ text: String) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(line(text).utf8)) as? [String: String]
        return object?["text"]
    }

    @Test func keepsItsFieldsInOrder() {
        var object = JSONObject(["b": 1.value, "a": .flag(true), "list": .list(["x", .number(-2)])])
        object.add("last", "\"")
        #expect(object.line == #"{"b":1,"a":true,"list":["x",-2],"last":"\""}"#)
        #expect(JSONObject([:]).line == "{}")
    }

    @Test(arguments: [
        "plain", "Ünïcödé 漢字 العربية हिन्दी", "\"\\/", "line\nbreak\ttab\r", "\u{0}\u{1}\u{1F}\u{7F}\u{9B}",
        "👩‍👩‍👧‍👦 🇩🇪 ❤️", "\u{202E}bidi\u{2066}", "\u{FFFE}\u{10FFFF}\u{E000}", "a\u{301}\u{301}\u{301}\u{301}",
    ])
    func isWhatItWasToWhoeverParsesIt(text: String) throws {
        #expect(try roundTrip(text)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test func leavesNothingThatATerminalObeysOrDrawsUnseen() {
        for value in (0...0x10FFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                let line = JSONObject(["text": .string("a" + String(scalar))]).line
                guard line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
                    Issue.record("U+\(String(value, radix: 16))")
                    return
                }
            default: break
            }
        }
    }

    /// Ten thousand accents on one letter are drawn over everything around it.
    @Test func escapesMarksThatPileUp() throws {
        let zalgo = "a" + String(repeating: "\u{301}", count: 10_000)
        let line = line(zalgo)
        #expect(line.unicodeScalars.count { $0 == "\u{301}" } <= 5)
        #expect(try roundTrip(zalgo)?.unicodeScalars.count == 10_001)
        #expect(self.line("e\u{301}") == "{\"text\":\"e\u{301}\"}")
    }

    @Test func putsNoMarkOnTheQuoteBeforeIt() {
        #expect(line("\u{301}a") == #"{"text":"\u0301a"}"#)
    }

    @Test func escapesWhatIsDrawnAsNothing() {
        for scalar: Unicode.Scalar in ["\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{034F}", "\u{200B}"] {
            #expect(line("a" + String(scalar)).utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(scalar.value)")
        }
    }
}

extension Int {
    fileprivate var value: JSONObject.Value { .number(self) }
}
