import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// Opens a room that `fill` has filled with `msgs` entries, and reads the last 100,000 of them.
struct ReadJob {
    private static let readCount = 100_000

    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom(named: load.options.room)
        let begin = Clock.wallSeconds
        let lines = try await load.members(1, of: room)
        let opened = Clock.wallSeconds
        let measurement = try Measurement(of: load.server)
        let firstSeen = try await read(room, on: lines, last: load.options.msgs + 1)
        let used = try measurement.used()
        var report = Report(mode: "read")
        report.add("log", load.options.msgs + 1)
        report.add("read", Self.readCount)
        report.add("open_ms", (opened - begin) * 1e3)
        report.add("first_ms", (firstSeen - opened) * 1e3)
        report.add("secs", used.wall)
        report.add("srv_cpu_s", used.server)
        report.add("srv_util", used.server / used.wall)
        report.add("gen_util", used.own / used.wall)
        return report
    }

    /// When the first entry came. Returns once the last has.
    private func read(_ room: BenchRoom, on lines: NIOLoopBoundBox<[LoadLine]>, last: Int) async throws -> Double {
        let loop = load.loop
        return try await loop.flatSubmit {
            let promise = loop.makePromise(of: Double.self)
            let line = lines.value[0]
            var (missing, firstSeen) = (Self.readCount, 0.0)
            line.onMessage = { message in
                guard message.entryCount > 0 else { return }
                if missing == Self.readCount { firstSeen = Clock.wallSeconds }
                missing -= message.entryCount
                if missing <= 0 { promise.succeed(firstSeen) }
            }
            line.ask(room.follow(from: EntryNumber(UInt64(last - Self.readCount + 1)))) { answer in
                if case .refused = answer { promise.fail(BenchmarkError.relay) }
            }
            line.connection?.flush()
            return promise.futureResult
        }.get()
    }
}
