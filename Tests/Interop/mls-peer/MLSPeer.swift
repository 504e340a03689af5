import Foundation

/// One member of an MLS group, for tests that put it into one with other makes: a request a line on standard input, an
/// answer a line on standard output, both JSON; ends with its input. `Tests/Interop/mls_sotto.py` speaks to it.
///
/// usage: mls-peer SUITE NAME
@main
struct MLSPeer {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let suite = UInt16(arguments[1]) else { exit(2) }
        var member = try Member(suite: suite, name: arguments[2])
        while let line = readLine() {
            try write(answer(line, of: &member))
        }
    }

    private static func answer(_ line: String, of member: inout Member) -> Answer {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try member.answer(decoder.decode(Request.self, from: Data(line.utf8)))
        } catch {
            return Answer(error: String(describing: error))
        }
    }

    private static func write(_ answer: Answer) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try FileHandle.standardOutput.write(contentsOf: encoder.encode(answer) + Data("\n".utf8))
    }
}
