import NIOCore
import RelayClient
import RelayProtocol

/// One sends, many follow; at most so many entries are on their way. An entry is through when all have it.
struct FanJob {
    let load: Load

    func run() async throws -> Report {
        let room = try BenchRoom()
        let senders = try await load.lines([try Person()])
        _ = try await load.settle(try room.creation(), on: senders, 0)
        let followers = try await load.members(load.options.subs, of: room)
        for index in 0..<load.options.subs {
            _ = try await load.settle(room.follow(from: EntryNumber(2)), on: followers, index)
        }
        try await load.open(room, on: senders, 0)
        let outcome = load.loop.makePromise(of: Measurement.Used.self)
        let (options, server) = (load.options, load.server)
        let hold = try await load.loop.submit {
            let run = FanRun(
                sender: senders.value[0], followers: followers.value, room: room, options: options, server: server,
                outcome: outcome)
            run.begin()
            return NIOLoopBound(run, eventLoop: load.loop)
        }.get()
        let used = try await outcome.futureResult.get()
        _ = hold
        return report(used)
    }

    private func report(_ used: Measurement.Used) -> Report {
        let deliveries = Double(load.options.msgs * load.options.subs)
        var report = Report(mode: "fan")
        report.add("subs", load.options.subs)
        report.add("window", load.options.window)
        report.add("size", load.options.size)
        report.add("deliveries", deliveries)
        report.add("secs", used.wall)
        report.add("deliveries_per_s", deliveries / used.wall)
        report.add("srv_cpu_s_per_100k", used.server / deliveries * 1e5)
        report.add("srv_user", used.user)
        report.add("srv_sys", used.system)
        report.add("srv_util", used.server / used.wall)
        report.add("gen_util", used.own / used.wall)
        return report
    }
}
