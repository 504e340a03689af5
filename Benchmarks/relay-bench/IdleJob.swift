import NIOCore

/// Lines of devices that the relay knows already, and which say nothing: what each costs to take, and to hold.
struct IdleJob {
    let load: Load

    func run() async throws -> Report {
        let people = try (0..<load.options.conns).map { _ in try Person() }
        let first = try await load.lines(people)
        try await load.close(first)
        try await Task.sleep(for: .milliseconds(1_500))
        let before = try load.server.residentKilobytes
        let measurement = try Measurement(of: load.server)
        let lines = try await load.lines(people)
        let used = try measurement.used()
        try await Task.sleep(for: .milliseconds(1_500))
        let after = try load.server.residentKilobytes
        let count = Double(people.count)
        var report = Report(mode: "idle")
        report.add("conns", people.count)
        report.add("rss0_kb", before)
        report.add("rss_kb", after)
        report.add("kb_per_conn", Double(after - before) / count)
        report.add("setup_s", used.wall)
        report.add("conn_per_s", count / used.wall)
        report.add("srv_cpu_us_per_conn", used.server / count * 1e6)
        try await load.close(lines)
        return report
    }
}
