/// One object on one line, with its fields in a fixed order.
///
/// Everything outside printable ASCII that a terminal could take for a command is escaped: control characters, format
/// characters such as bidi controls, what is drawn as nothing, and marks that pile up; so that even output that lands
/// on a screen can't touch it.
struct JSONObject: Sendable, Equatable {
    enum Value: Sendable, Equatable, ExpressibleByStringLiteral {
        case string(String)
        case number(Int)
        case flag(Bool)
        case list([Value])

        init(stringLiteral value: String) { self = .string(value) }
    }

    private var fields: [(name: String, value: Value)] = []

    init(_ fields: KeyValuePairs<String, Value>) { self.fields = fields.map { ($0.key, $0.value) } }

    static func == (left: JSONObject, right: JSONObject) -> Bool { left.line == right.line }

    mutating func add(_ name: String, _ value: Value) { fields.append((name, value)) }

    /// Without the newline.
    var line: String {
        "{" + fields.map { Self.quoted($0.name) + ":" + Self.text(of: $0.value) }.joined(separator: ",") + "}"
    }

    /// For logs that people read: `name=value`, each quoted as above unless it is one plain word.
    var logLine: String {
        fields.map { Self.word(of: .string($0.name)) + "=" + Self.word(of: $0.value) }.joined(separator: " ")
    }

    private static func word(of value: Value) -> String {
        guard case .string(let string) = value, !string.isEmpty, string.utf8.allSatisfy(isOfAWord) else {
            return text(of: value)
        }
        return string
    }

    private static func isOfAWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._:/+@%[]".utf8.contains(byte)
        }
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .string(let string): quoted(string)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[" + values.map(text(of:)).joined(separator: ",") + "]"
        }
    }

    private static func quoted(_ string: String) -> String {
        var result = "\""
        // At the beginning nothing is there to carry a mark but the quote.
        var marks = ConsoleLimits.jsonMarksMax
        for scalar in string.unicodeScalars {
            marks = scalar.isMark ? marks + 1 : isUnseen(scalar) ? ConsoleLimits.jsonMarksMax : 0
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where isUnseen(scalar) || marks > ConsoleLimits.jsonMarksMax:
                for unit in String(scalar).utf16 { result += escape(unit) }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}
