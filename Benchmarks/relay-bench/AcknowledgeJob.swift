import NIOCore
import RelayClient
import RelayProtocol

/// How long one append waits for its acknowledgement while little else happens.
struct AcknowledgeJob {
    private static let warmUpCount = 50

    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom()
        let lines = try await load.lines([try Person()])
        _ = try await load.settle(try room.creation(), on: lines, 0)
        try await load.open(room, on: lines, 0)
        var times: [Double] = []
        var measurement = try Measurement(of: load.server)
        for number in 0..<(Self.warmUpCount + load.options.msgs) {
            if number == Self.warmUpCount { measurement = try Measurement(of: load.server) }
            let time = try await append(number, to: room, on: lines)
            if number >= Self.warmUpCount { times.append(time) }
            try await Task.sleep(for: .nanoseconds(Int64(load.options.gapSeconds * 1e9)))
        }
        let used = try measurement.used()
        times.sort()
        var report = Report(mode: "acknowledge")
        report.add("n", times.count)
        report.add("ack_us_median", times[times.count / 2] * 1e6)
        report.add("ack_us_p99", times[times.count * 99 / 100] * 1e6)
        report.add("srv_cpu_us_per_append", used.server / Double(times.count) * 1e6)
        return report
    }

    private func append(_ number: Int, to room: BenchRoom, on lines: NIOLoopBoundBox<[LoadLine]>) async throws -> Double
    {
        let (loop, size) = (load.loop, load.options.size)
        return try await loop.flatSubmit {
            let promise = loop.makePromise(of: Double.self)
            let start = Clock.wallSeconds
            lines.value[0].ask(room.message(number, byteCount: size)) { answer in
                guard case .appended = answer else { return promise.fail(BenchmarkError.relay) }
                promise.succeed(Clock.wallSeconds - start)
            }
            lines.value[0].connection?.flush()
            return promise.futureResult
        }.get()
    }
}
