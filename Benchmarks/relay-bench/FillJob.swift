import NIOCore
import RelayClient
import RelayProtocol

/// Makes a room and appends `msgs` entries, which `read` reads from a relay started anew.
struct FillJob {
    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom(named: load.options.room)
        let creator = try await load.lines([try Person()])
        _ = try await load.settle(try room.creation(), on: creator, 0)
        let lines = try await load.members(1, of: room)
        let (loop, options) = (load.loop, load.options)
        let done = loop.makePromise(of: Void.self)
        let measurement = try Measurement(of: load.server)
        try await loop.submit {
            AppendRun(
                line: lines.value[0], room: room, numbers: 0..<options.msgs, options: options, done: done
            ).begin()
        }.get()
        try await done.futureResult.get()
        let used = try measurement.used()
        var report = Report(mode: "fill")
        report.add("appends", options.msgs)
        report.add("secs", used.wall)
        report.add("srv_cpu_s", used.server)
        return report
    }
}
