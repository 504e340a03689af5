/// One object on one line, with its fields in a fixed order.
///
/// Everything outside printable ASCII that a terminal could take for a command is escaped: control characters, and
/// format characters such as bidi controls, so that even output that lands on a screen can't touch it.
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
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where mustBeEscaped(scalar): for unit in String(scalar).utf16 { result += escape(unit) }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
