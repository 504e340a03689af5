import Foundation
import Synchronization

@testable import sotto

/// The built program as a process of its own, with everything that it says kept.
final class SottoProcess: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let said = Said()
    private let readers = DispatchGroup()
    /// Kept open where nobody reads it to its end.
    private var outputPipe: Pipe?

    /// - Parameters:
    ///   - shell: commands for `/bin/sh` before the program takes its place, such as `ulimit -n 40`.
    ///   - reader: of its standard output.
    init(_ arguments: [String], after shell: String = ":", reader: Reader = .attentive) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", BuiltProgram.path ?? "/nonexistent"] + arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no", "TERM": "xterm"]) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardError = errors
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        read(errors.fileHandleForReading, isOutput: false, .attentive)
        read(output.fileHandleForReading, isOutput: true, reader)
        outputPipe = reader == .asleepAfterALine ? output : nil
    }

    enum Reader: Sendable {
        case attentive
        /// Reads nothing more once it has seen a line.
        case asleepAfterALine
        /// As `head -1`.
        case goneAfterALine
    }

    deinit { killNow() }

    private final class Said: Sendable {
        let output = Mutex<[UInt8]>([])
        let errors = Mutex<[UInt8]>([])
    }

    private func read(_ handle: FileHandle, isOutput: Bool, _ reader: Reader) {
        readers.enter()
        Thread.detachNewThread { [said, readers] in
            while true {
                let bytes = Array(handle.availableData)
                if bytes.isEmpty { break }
                if isOutput { said.output.withLock { $0 += bytes } } else { said.errors.withLock { $0 += bytes } }
                if reader != .attentive, bytes.contains(0x0A) { break }
            }
            if reader == .goneAfterALine { try? handle.close() }
            readers.leave()
        }
    }

    var number: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }
    var outputBytes: [UInt8] { said.output.withLock { $0 } }
    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: said.errors.withLock { $0 }, as: UTF8.self) }
    var outputLines: [String] { output.split(separator: "\n").map(String.init) }

    func type(_ text: String) { try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }
    func type(_ bytes: [UInt8]) { try? input.fileHandleForWriting.write(contentsOf: Data(bytes)) }
    func endInput() { try? input.fileHandleForWriting.close() }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// kill -9.
    func killNow() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The exit code; nil if it still runs then. What it said is complete afterwards.
    func status(within seconds: Double) async -> Int32? {
        guard await eventually(within: seconds, { !process.isRunning }) else { return nil }
        process.waitUntilExit()
        _ = await eventually(within: 2) { readers.wait(timeout: .now()) == .success }
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
