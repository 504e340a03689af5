import NIOCore
import RelayClient
import RelayProtocol

/// Something that isn't stored goes to another and comes back: two deliveries.
struct PingJob {
    private static let warmUpCount = 50

    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom()
        let creator = try await load.lines([try Person()])
        _ = try await load.settle(try room.creation(), on: creator, 0)
        let pair = try await load.members(2, of: room)
        for index in 0..<2 { _ = try await load.settle(room.follow(from: EntryNumber(2)), on: pair, index) }
        var times: [Double] = []
        var measurement = try Measurement(of: load.server)
        for round in 0..<(Self.warmUpCount + load.options.msgs) {
            if round == Self.warmUpCount { measurement = try Measurement(of: load.server) }
            let time = try await roundTrip(pair, in: room)
            if round >= Self.warmUpCount { times.append(time) }
            if load.options.gapSeconds > 0 {
                try await Task.sleep(for: .nanoseconds(Int64(load.options.gapSeconds * 1e9)))
            }
        }
        let used = try measurement.used()
        times.sort()
        var report = Report(mode: "ping")
        report.add("n", load.options.msgs)
        report.add("rtt_us_median", times[times.count / 2] * 1e6)
        report.add("rtt_us_p99", times[times.count * 99 / 100] * 1e6)
        report.add("rtt_us_min", times[0] * 1e6)
        report.add("srv_cpu_us_per_delivery", used.server / Double(2 * times.count) * 1e6)
        return report
    }

    /// Measured on the event loop, where what arrives is seen first.
    private func roundTrip(_ pair: NIOLoopBoundBox<[LoadLine]>, in room: BenchRoom) async throws -> Double {
        let (loop, size) = (load.loop, load.options.size)
        return try await loop.flatSubmit {
            let promise = loop.makePromise(of: Double.self)
            let (one, other) = (pair.value[0], pair.value[1])
            let whisper = RelayRequest.whisper(Whisper(room: room.id, body: [UInt8](repeating: 0x61, count: size)))
            other.onMessage = { _ in
                other.connection?.say(whisper)
                other.connection?.flush()
            }
            let start = Clock.wallSeconds
            one.onMessage = { _ in promise.succeed(Clock.wallSeconds - start) }
            one.connection?.say(whisper)
            one.connection?.flush()
            return promise.futureResult
        }.get()
    }
}
