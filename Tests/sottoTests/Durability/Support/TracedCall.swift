import Foundation

/// A system call as `strace -f -yy` tells of it, with the lines on which it began and ended.
struct TracedCall: Equatable {
    let name: String
    /// What its first argument, a descriptor, stands for: a path, or both ends of a connection.
    let file: String
    let arguments: Substring
    let begin: Int
    /// Nothing, if the trace ends before it does.
    var end: Int?
    var result: Int?

    /// In the order in which they began. Lines about anything but a call on a descriptor are left out.
    static func calls(in trace: String) -> [TracedCall] {
        var calls: [TracedCall] = []
        /// Of each thread, the call that it hasn't come back from.
        var unfinished: [Substring: Int] = [:]
        for (line, text) in trace.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let space = text.firstIndex(of: " ") else { continue }
            let (thread, rest) = (text[..<space], text[space...].drop { $0 == " " })
            if rest.hasPrefix("<... ") {
                guard let place = unfinished.removeValue(forKey: thread) else { continue }
                calls[place].end = line
                calls[place].result = result(rest)
            } else if let call = TracedCall(rest, line) {
                if call.end == nil { unfinished[thread] = calls.count }
                calls.append(call)
            }
        }
        return calls
    }

    init?(_ text: Substring, _ line: Int) {
        guard let open = text.firstIndex(of: "("), let left = text[open...].firstIndex(of: "<"),
            let right = text[left...].range(of: ">,")?.lowerBound ?? text[left...].firstIndex(of: ">"),
            Int(text[text.index(after: open)..<left]) != nil
        else { return nil }
        name = String(text[..<open])
        file = String(text[text.index(after: left)..<right])
        arguments = text[right...]
        begin = line
        guard !text.hasSuffix("<unfinished ...>") else { return }
        (end, result) = (line, Self.result(text))
    }

    /// Where it is short, `strace` moves it to the right.
    private static func result(_ text: Substring) -> Int? {
        guard let equals = text.range(of: " = ", options: .backwards) else { return nil }
        return Int(text[equals.upperBound...].prefix { $0.isNumber || $0 == "-" })
    }
}
