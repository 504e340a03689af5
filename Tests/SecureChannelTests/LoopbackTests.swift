import Logging
import NIOCore
import NIOPosix
import Testing

@testable import SecureChannel

/// Lines over sockets: what an embedded channel can't show.
struct LoopbackTests {
    /// Runs a relay with `setup` and one client, whose line is handed to `body`.
    private func withLine(
        _ setup: LineSetup, client: LineSetup, _ body: (any Channel) async throws -> Void
    ) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let relay = Relay()
        let configuration = LineServer.Configuration(
            identity: relay.identity, setup: setup, admission: relay.admission, gate: relay.gate,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let server = try await LineServer.start(
            on: [SocketAddress(ipAddress: "127.0.0.1", port: 0)], configuration: configuration, group: group)
        let port = try #require(server.addresses.first?.port.flatMap(UInt16.init(exactly:)))
        let dialer = LineDialer(group: group, identity: Person().lineIdentity)
        let dialled = try await dialer.dial(
            host: "127.0.0.1", port: port, pin: relay.identity.relayKey, setup: client)
        try await body(dialled.channel)
        try await dialled.channel.close()
        await server.stopListening()
        try await group.shutdownGracefully()
    }

    /// All lines of a loop read into one buffer; what was given out stays what it was.
    @Test(.timeLimit(.minutes(5))) func keepsWhatWasReceivedWhileMoreArrives() async throws {
        let sent = (0..<200).map { number in
            LineMessage.text([UInt8](repeating: UInt8(number), count: number % 7 == 0 ? 100_000 : number * 3))
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let done = group.next().makePromise(of: [LineMessage].self)
        let echo = LineSetup(limits: .open) { line, _ in
            let session = SessionRecorder()
            session.answer = { message in
                line.append(encoded: message.encoded)
                line.flush()
            }
            return session
        }
        let collect = LineSetup(limits: .open) { line, _ in
            let session = SessionRecorder()
            session.line = line
            var received: [LineMessage] = []
            session.answer = { message in
                received.append(message)
                if received.count == sent.count { done.succeed(received) }
            }
            return session
        }
        try await withLine(echo, client: collect) { channel in
            try await channel.eventLoop.submit {
                for message in sent { channel.writeAndFlush(message, promise: nil) }
            }.get()
            let received = try await done.futureResult.get()
            #expect(received == sent)
        }
        try await group.shutdownGracefully()
    }

    /// Accepted sockets take it from the listening one.
    @Test func delaysNothing() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let value = group.next().makePromise(of: Int.self)
        let setup = LineSetup(limits: .open) { channel, _ in
            value.succeed(Int(try channel.syncOptions?.getOption(.tcpOption(.tcp_nodelay)) ?? 0))
        }
        try await withLine(setup, client: LineSetup(limits: .open) { _, _ in }) { channel in
            let values = (
                server: try await value.futureResult.get(),
                client: try await channel.getOption(.tcpOption(.tcp_nodelay)).get()
            )
            #expect(values.server != 0)
            #expect(values.client != 0)
        }
        try await group.shutdownGracefully()
    }

    /// Feeds a reader that takes nothing: first the line isn't writable, and once the reader reads, it is again.
    @Test(.timeLimit(.minutes(5))) func tellsWhenASlowReaderHasCaughtUp() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let full = group.next().makePromise(of: Int.self)
        let drained = group.next().makePromise(of: Void.self)
        let feed = LineSetup(limits: .open) { line, _ in
            FeedingSession(line, full: full, drained: drained, isStopping: true)
        }
        try await withLine(feed, client: .idle) { channel in
            try await channel.setOption(.autoRead, value: false).get()
            try await channel.writeAndFlush(LineMessage.text("go"))
            let queued = try await full.futureResult.get()
            #expect(queued > LineLimits.queuedBytesHigh)
            #expect(queued <= LineLimits.queuedBytesMax)
            try await channel.setOption(.autoRead, value: true).get()
            try await drained.futureResult.get()
        }
        try await group.shutdownGracefully()
    }

    /// Who is fed on regardless isn't kept for ever.
    @Test(.timeLimit(.minutes(5))) func endsALineWhoseReaderTakesNothing() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let full = group.next().makePromise(of: Int.self)
        let ended = group.next().makePromise(of: Void.self)
        let feed = LineSetup(limits: .open) { line, _ in
            FeedingSession(line, full: full, drained: ended, isStopping: false)
        }
        try await withLine(feed, client: .idle) { channel in
            try await channel.setOption(.autoRead, value: false).get()
            try await channel.writeAndFlush(LineMessage.text("go"))
            await #expect(throws: LineError.silent) { try await ended.futureResult.get() }
            let queued = try await full.futureResult.get()
            #expect(queued > LineLimits.queuedBytesHigh)
        }
        try await group.shutdownGracefully()
    }
}

extension LineSetup {
    fileprivate static let idle = LineSetup(limits: .open) { _, _ in }
}

/// Once spoken to, sends until the line is full, or until it is over.
private final class FeedingSession: LineSession {
    private let line: any LineOutput
    private let full: EventLoopPromise<Int>
    private let drainedPromise: EventLoopPromise<Void>
    private let isStopping: Bool
    private var isOver = false

    init(
        _ line: any LineOutput, full: EventLoopPromise<Int>, drained: EventLoopPromise<Void>, isStopping: Bool
    ) {
        self.line = line
        self.full = full
        drainedPromise = drained
        self.isStopping = isStopping
    }

    func receive(_ message: LineMessage) {
        let bytes = LineMessage.text([UInt8](repeating: 7, count: 50_000)).encoded
        while !isOver, line.isWritable || !isStopping {
            line.append(encoded: bytes)
            line.flush()
            if !line.isWritable { full.succeed(line.queuedByteCount) }
        }
    }

    func receivedAll() {}
    func drained() { drainedPromise.succeed() }
    func peerEnded() {}

    func lineEnded(_ error: LineError?) {
        isOver = true
        drainedPromise.fail(error ?? .lost)
    }
}
