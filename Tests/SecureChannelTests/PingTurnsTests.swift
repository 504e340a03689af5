import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// One timer for all lines of a loop.
struct PingTurnsTests {
    private let loop = EmbeddedEventLoop()

    private func line() throws -> RecordHandler {
        let ends = try Transports.make()
        return RecordHandler(
            transport: LineTransport(ends.server), limits: .open, end: .relay, owner: .someone, eventLoop: loop)
    }

    /// Lines on channels of one loop, and what each sends.
    private func channels(_ count: Int) throws -> [EmbeddedChannel] {
        try (0..<count).map { _ in
            let channel = EmbeddedChannel(handler: try line(), loop: loop)
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            return channel
        }
    }

    private func asked(_ channels: [EmbeddedChannel]) throws -> Int {
        try channels.count { try $0.readOutbound(as: ByteBuffer.self) != nil }
    }

    @Test func asksAfterEachLineOnceAnIntervalAndNotAfterAllAtOnce() throws {
        let lineCount = 3 * LineLimits.pingTurnCount
        let channels = try channels(lineCount)
        loop.advanceTime(by: LineLimits.pingInterval)
        #expect(try asked(channels) == 0)
        let part = TimeAmount.nanoseconds(LineLimits.pingInterval.nanoseconds / Int64(LineLimits.pingTurnCount))
        for _ in 0..<LineLimits.pingTurnCount {
            loop.advanceTime(by: part)
            #expect(try asked(channels) == 3)
        }
        for channel in channels { _ = try? channel.finish(acceptAlreadyClosed: true) }
    }

    /// Silent lines, all of which are given up in the same turns in which others leave by themselves.
    @Test func goesOnWhileLinesLeave() throws {
        let channels = try channels(4 * LineLimits.pingTurnCount)
        for (index, channel) in channels.enumerated() where index % 3 == 0 { channel.close(promise: nil) }
        loop.advanceTime(by: LineLimits.pingInterval * 3)
        #expect(channels.allSatisfy { !$0.isActive })
        for channel in channels { #expect(throws: (any Error).self) { try channel.throwIfErrorCaught() } }
    }

    @Test func takesLinesAgainAfterTheLastHasLeft() throws {
        for _ in 0..<2 {
            let channels = try channels(1)
            loop.advanceTime(by: LineLimits.pingInterval * 2)
            #expect(try asked(channels) == 1)
            _ = try? channels[0].finish(acceptAlreadyClosed: true)
            loop.advanceTime(by: LineLimits.pingInterval * 2)
        }
    }
}
