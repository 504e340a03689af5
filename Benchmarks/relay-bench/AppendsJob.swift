import NIOCore
import RelayClient
import RelayProtocol

/// Many append to rooms of their own, each with so many on their way; nobody follows. A tenth more
/// entries warm up first.
struct AppendsJob {
    let load: Load

    func run() async throws -> Report {
        let lines = try await load.lines((0..<load.options.conns).map { _ in try Person() })
        var rooms: [BenchRoom] = []
        for index in 0..<load.options.conns {
            let room = try BenchRoom()
            _ = try await load.settle(try room.creation(), on: lines, index)
            try await load.open(room, on: lines, index)
            rooms.append(room)
        }
        let conns = load.options.conns
        let (warmUpCount, count) = (load.options.msgs / 10 / conns + 1, load.options.msgs / conns)
        try await appendAll(0..<warmUpCount, to: rooms, on: lines)
        let measurement = try Measurement(of: load.server)
        try await appendAll(warmUpCount..<(warmUpCount + count), to: rooms, on: lines)
        let used = try measurement.used()
        var report = Report(mode: "appends")
        report.add("conns", conns)
        report.add("window", load.options.window)
        report.add("appends", count * conns)
        report.add("secs", used.wall)
        report.add("appends_per_s", Double(count * conns) / used.wall)
        report.add("srv_cpu_us_per_append", used.server / Double(count * conns) * 1e6)
        report.add("srv_util", used.server / used.wall)
        report.add("gen_util", used.own / used.wall)
        return report
    }

    private func appendAll(
        _ numbers: Range<Int>, to rooms: [BenchRoom], on lines: NIOLoopBoundBox<[LoadLine]>
    ) async throws {
        let (loop, options) = (load.loop, load.options)
        let done = try await loop.submit {
            lines.value.indices.map { index in
                let promise = loop.makePromise(of: Void.self)
                AppendRun(
                    line: lines.value[index], room: rooms[index], numbers: numbers, options: options, done: promise
                ).begin()
                return promise.futureResult
            }
        }.get()
        try await EventLoopFuture.andAllSucceed(done, on: loop).get()
    }
}
