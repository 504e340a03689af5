import Foundation
import Testing

@testable import sotto

/// The built `sotto` as a process of its own, on pipes or on a terminal. Every wait has an end, and so has the process.
final class RunningProgram {
    let output: Collected
    /// On a terminal the same as `output`.
    let errors: Collected
    /// Taken before the program started.
    private let modesBefore: termios?
    private let process = Process()
    private let input: Int32
    private let terminal: PseudoTerminal?
    private let ended = DispatchSemaphore(value: 0)
    private let isEnded = Flag()
    private var isInputClosed = false

    init(_ arguments: [String], on terminal: PseudoTerminal? = nil, after shell: String = ":") throws {
        signal(SIGPIPE, SIG_IGN)
        self.terminal = terminal
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", BuiltProgram.path ?? "/nonexistent"] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm"
        for name in ["SOTTO_HOME", "NO_COLOR"] { environment[name] = nil }
        process.environment = environment
        process.terminationHandler = { [isEnded, ended] _ in
            isEnded.raise()
            ended.signal()
        }
        if let terminal {
            let file = FileHandle(fileDescriptor: terminal.terminal.value, closeOnDealloc: false)
            process.standardInput = file
            process.standardOutput = file
            process.standardError = file
            terminal.makeWide()
            modesBefore = terminal.modes
            input = terminal.master.value
            output = Collected(dup(terminal.master.value), isDone: { [isEnded] in isEnded.isRaised })
            errors = output
            try process.run()
        } else {
            let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
            process.standardInput = standardInput
            process.standardOutput = standardOutput
            process.standardError = standardError
            modesBefore = nil
            input = dup(standardInput.fileHandleForWriting.fileDescriptor)
            output = Collected(dup(standardOutput.fileHandleForReading.fileDescriptor))
            errors = Collected(dup(standardError.fileHandleForReading.fileDescriptor))
            try process.run()
            // Else the program would never see the end of its input.
            try standardInput.fileHandleForWriting.close()
        }
    }

    deinit {
        killNow()
        if let terminal {
            close(terminal.terminal.value)
            close(terminal.master.value)
        } else if !isInputClosed {
            close(input)
        }
    }

    /// Types, or pipes, all of `text`.
    func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(input, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The end of a pipe.
    func closeInput() {
        guard terminal == nil, !isInputClosed else { return }
        isInputClosed = true
        close(input)
    }

    /// The exit code; nil if it had to be killed.
    func end(within seconds: Double = 20) -> Int32? {
        guard ended.wait(timeout: .now() + seconds) == .success else {
            killNow()
            return nil
        }
        ended.signal()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    var number: Int32 { process.processIdentifier }

    /// SIGTERM.
    func terminate() { if !isEnded.isRaised { kill(process.processIdentifier, SIGTERM) } }

    /// kill -9, and waits until it is gone.
    func killNow() {
        guard !isEnded.isRaised, process.processIdentifier > 0 else { return }
        kill(process.processIdentifier, SIGKILL)
        if ended.wait(timeout: .now() + 5) == .success { ended.signal() }
    }

    /// Whether the terminal is in the modes that it had before.
    var hasRestoredTerminal: Bool {
        guard let before = modesBefore, let after = terminal?.modes else { return false }
        return before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag
    }

    private final class Flag: @unchecked Sendable {
        private let lock = NSLock()
        private var value = false

        var isRaised: Bool { lock.withLock { value } }
        func raise() { lock.withLock { value = true } }
    }
}

extension PseudoTerminal {
    static func fresh() throws -> PseudoTerminal {
        let terminal = PseudoTerminal()
        return try #require(terminal)
    }

    fileprivate var modes: termios? {
        var modes = termios()
        return tcgetattr(terminal.value, &modes) == 0 ? modes : nil
    }

    /// So that what tests look for stands on one row.
    fileprivate func makeWide() {
        var size = winsize(ws_row: 40, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal.value, UInt(TIOCSWINSZ), &size)
    }
}
