import Terminal

/// Standard output, for results.
enum StandardOutput {
    /// Nobody may be reading any more; the exit code then tells what was done all the same.
    static func print(_ line: String) {
        try? DescriptorNumber.output.write(all: Array((line + "\n").utf8).span)
    }

    static func print(_ picture: QRPicture?, colour: Bool) {
        for line in picture?.lines ?? [] { print(line.rendered(colour: colour)) }
    }
}
