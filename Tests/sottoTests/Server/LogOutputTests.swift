import Dispatch
import Logging
import Synchronization
import Testing

@testable import sotto

struct LogOutputTests {
    private final class Written: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func take(_ line: String) { lines.withLock { $0.append(line) } }
    }

    @Test func keepsTheOrderAndLeavesNothingBehind() {
        let written = Written()
        let output = LogOutput(format: .plain, write: written.take)
        for number in 0..<1_000 { output.take("\(number)") }
        output.finish()
        #expect(written.all == (0..<1_000).map(String.init))
    }

    @Test func dropsAboveTheLimitAndSaysHowMany() {
        let written = Written()
        let isFree = DispatchSemaphore(value: 0)
        let output = LogOutput(format: .plain, waitingMax: 3) { line in
            isFree.wait()
            written.take(line)
        }
        for number in 0..<5 { output.take("\(number)") }
        for _ in 0..<4 { isFree.signal() }
        output.finish()
        #expect(written.all.filter { !$0.contains("dropped") } == ["0", "1", "2"])
        #expect(written.all.contains { $0.hasSuffix(#"level=warning message="log lines were dropped" count=2"#) })
    }

    @Test func takesWhatTheLevelLetsThrough() {
        let written = Written()
        let output = LogOutput(format: .plain, write: written.take)
        let logger = ServerLogHandler.logger(to: output, .warning)
        logger.info("no")
        logger.warning("yes", metadata: ["who": "01234567"])
        output.finish()
        #expect(written.all.count == 1)
        #expect(written.all.first?.hasSuffix("level=warning message=yes who=01234567") == true)
    }
}
