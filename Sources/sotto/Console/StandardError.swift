/// Standard error, for words about what the program does. Results go to standard output.
enum StandardError {
    /// A standard error that is gone stops nothing.
    static func tell(_ line: String) {
        try? DescriptorNumber.error.write(all: Array((line + "\n").utf8).span)
    }
}
