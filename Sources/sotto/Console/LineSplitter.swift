/// Cuts what comes through a pipe into lines, in memory bounded by the longest line that may be sent.
struct LineSplitter: Sendable {
    private let lineBytesMax: Int
    private var line: [UInt8] = []
    private var isTooLong = false

    init(lineBytesMax: Int) { self.lineBytesMax = lineBytesMax }

    /// The lines that end in `bytes`. Invalid UTF-8 becomes U+FFFD; a CR before the LF belongs to the line's end.
    mutating func take(_ bytes: [UInt8]) -> [ConsoleInput] {
        var inputs: [ConsoleInput] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                inputs.append(takeLine())
            } else if line.count <= lineBytesMax {
                // One more than a line may have: it may be a CR.
                line.append(byte)
            } else {
                isTooLong = true
            }
        }
        return inputs
    }

    /// What stands behind the last newline.
    mutating func takeRest() -> ConsoleInput? { line.isEmpty && !isTooLong ? nil : takeLine() }

    private mutating func takeLine() -> ConsoleInput {
        defer {
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        // A byte that is no UTF-8 has become three.
        return isTooLong || text.utf8.count > lineBytesMax ? .lineTooLong : .line(text)
    }
}
