import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// Reads the last 100,000 entries of a log that it has filled before with `msgs` of them.
struct ReadJob {
    private static let readCount = 100_000

    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom()
        let lines = try await load.lines([try Person()])
        _ = try await load.settle(try room.creation(), on: lines, 0)
        let (loop, options) = (load.loop, load.options)
        let filled = loop.makePromise(of: Void.self)
        _ = try await loop.flatSubmit {
            let line = lines.value[0]
            return line.settle(room.opening(handshakeHash: line.connection?.handshakeHash ?? []), on: loop)
        }.get()
        try await loop.submit {
            AppendRun(line: lines.value[0], room: room, count: options.msgs, options: options, done: filled).begin()
        }.get()
        try await filled.futureResult.get()
        let measurement = try Measurement(of: load.server)
        try await read(room, on: lines, last: options.msgs + 1)
        let used = try measurement.used()
        var report = Report(mode: "read")
        report.add("log", options.msgs + 1)
        report.add("read", Self.readCount)
        report.add("secs", used.wall)
        report.add("srv_cpu_s", used.server)
        return report
    }

    private func read(_ room: BenchRoom, on lines: NIOLoopBoundBox<[LoadLine]>, last: Int) async throws {
        let loop = load.loop
        try await loop.flatSubmit {
            let promise = loop.makePromise(of: Void.self)
            let line = lines.value[0]
            var missing = Self.readCount
            line.onMessage = { message in
                guard message.kind.rawValue == RelayEvent.kinds.lowerBound else { return }
                missing -= 1
                if missing == 0 { promise.succeed() }
            }
            line.ask(room.follow(from: EntryNumber(UInt64(last - Self.readCount + 1)))) { _ in }
            line.connection?.flush()
            return promise.futureResult
        }.get()
    }
}
