import Foundation
import MLS

/// `mls-bench [--rounds N] [messages|membership|paths|warm|scale|room]...`
@main struct MLSBench {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            FileHandle.standardError.write(Data("\(Options.usage)\n".utf8))
            exit(64)
        }
        let classical = try await Table(.x25519ChaCha20Poly1305, options).entries()
        let hybrid = try await Table(.xWingChaCha20Poly1305, options).entries()
        for line in Report(suites: [("0x0003", classical), ("0xF04D", hybrid)]).lines { print(line) }
    }
}
