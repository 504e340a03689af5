import Foundation

/// The `sotto` that was built beside these tests, run as a process of its own.
final class BuiltProgram {
    static let path: String? = find()
    static var isMissing: Bool { path == nil }

    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private let input = Pipe()

    /// - Parameter shell: commands for `/bin/sh` before the program takes its place, such as `umask 0`.
    init(_ arguments: [String], after shell: String = ":") throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", Self.path ?? "/nonexistent"] + arguments
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = input
        try process.run()
    }

    deinit { killNow() }

    var number: Int32 { process.processIdentifier }

    /// Waits for the first line on standard output; nil if the program ends without one.
    func firstLine() -> String? {
        var line: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }

    /// Waits for the end: the exit code and what was told on standard error.
    func end() -> (status: Int32, errors: String) {
        let told = (try? errors.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: told ?? Data(), as: UTF8.self))
    }

    /// kill -9.
    func killNow() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The product lies in the folder of the test bundle, or above it.
    private static func find() -> String? {
        var starts = [CommandLine.arguments.first, Bundle.main.executablePath]
        if let flag = CommandLine.arguments.firstIndex(of: "--test-bundle-path") {
            starts.append(CommandLine.arguments.dropFirst(flag + 1).first)
        }
        for start in starts.compactMap({ $0 }) {
            var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
            for _ in 0..<6 {
                folder.deleteLastPathComponent()
                let candidate = folder.appendingPathComponent("sotto").path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
                    FileManager.default.isExecutableFile(atPath: candidate)
                {
                    return candidate
                }
            }
        }
        return nil
    }
}
