import Foundation
import Testing

@testable import sotto

struct DescriptorTests {
    private let (reading, writing): (DescriptorNumber, DescriptorNumber)

    init() {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        (reading, writing) = (DescriptorNumber(value: ends[0]), DescriptorNumber(value: ends[1]))
    }

    @Test func writesAllToASlowReaderThatMustBeWaitedFor() async throws {
        _ = fcntl(writing.value, F_SETFL, O_NONBLOCK)
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        async let received: [UInt8] = Task.detached { [reading] in
            var all: [UInt8] = []
            while all.count < 1_000_000 {
                usleep(100)
                all += try reading.read(atMost: 50_000)
            }
            return all
        }.value
        let writing = writing
        try await Task.detached { try writing.write(all: bytes.span) }.value
        #expect(try await received == bytes)
    }

    @Test func saysWhenNobodyReadsAnyMore() {
        close(reading.value)
        #expect(throws: ErrorNumber.brokenPipe) { try writing.write(all: [1].span) }
    }

    @Test func readsNothingAtTheEnd() throws {
        try writing.write(all: [1, 2, 3].span)
        close(writing.value)
        #expect(try reading.read(atMost: 2) == [1, 2])
        #expect(try reading.read(atMost: 2) == [3])
        #expect(try reading.read(atMost: 2) == [])
    }

    @Test func isNoTerminal() {
        #expect(!reading.isTerminal)
        #expect(TerminalSize(of: reading) == nil)
        #expect(throws: ErrorNumber(value: ENOTTY)) { _ = try RawTerminal(reading) }
    }

    @Test func hasWordsForARefusal() {
        #expect(ErrorNumber.missing.text == "No such file or directory")
    }
}
