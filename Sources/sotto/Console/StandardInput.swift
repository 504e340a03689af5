/// What is piped into a command, or typed for it.
enum StandardInput {
    /// What is asked for there.
    enum Wanted {
        case link
    }

    private static let lineBytesMax = 8_192

    /// Byte by byte: what stands behind it is somebody else's to read.
    static func firstLine(_ wanted: Wanted) throws(Failure) -> String {
        var line: [UInt8] = []
        while line.count < lineBytesMax, let byte = try? DescriptorNumber.input.read(atMost: 1).first {
            if byte == UInt8(ascii: "\n") { return text(line) }
            line.append(byte)
        }
        if !line.isEmpty { return text(line) }
        switch wanted {
        case .link:
            throw Failure(
                .wrongUsage, "There is no link on standard input.", mend: "printf '%s\\n' LINK | sotto join -")
        }
    }

    /// Without the last newline.
    static func all() -> String {
        var lines: [String] = []
        while let line = readLine(strippingNewline: true) { lines.append(line) }
        return lines.joined(separator: "\n")
    }

    private static func text(_ line: [UInt8]) -> String {
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
    }
}
