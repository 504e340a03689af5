import Foundation

@testable import sotto

/// `sotto client`, with `text` piped into it; it has ended when this returns.
struct PipedClient {
    let status: Int32?
    let output: String
    let errors: String

    init(_ arguments: [String], home: String, saying text: String = "", within seconds: Double = 20) throws {
        try self.init(command: ["client"] + arguments + ["--home", home], saying: text, within: seconds)
    }

    init(command: [String], saying text: String = "", within seconds: Double = 20) throws {
        let program = try RunningProgram(command)
        // A pipe holds less than a long text: it is written aside.
        let writing = DispatchSemaphore(value: 0)
        nonisolated(unsafe) let writer = program
        Thread.detachNewThread {
            writer.write(text)
            writer.closeInput()
            writing.signal()
        }
        status = program.end(within: seconds)
        _ = writing.wait(timeout: .now() + 5)
        output = program.output.whole(within: 5)
        errors = program.errors.whole(within: 5)
    }

    /// A sentence, and below it what to do.
    var saysWhatToDo: Bool {
        let lines = errors.split(separator: "\n")
        guard let first = lines.lastIndex(where: { $0.hasPrefix("sotto: ") }) else { return false }
        return lines[first...].count >= 2 && !errors.contains("Fatal error")
    }
}
