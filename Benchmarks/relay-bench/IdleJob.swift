import NIOCore
import RelayClient

/// Lines that say nothing: what each costs to hold, and to take; first of devices that the relay has never seen, then
/// of the same ones again.
///
/// Memory is what the relay's has grown by since before the first of them came, so that nothing it had kept for former
/// ones hides in it.
struct IdleJob {
    let load: Load

    func run() async throws -> Report {
        let people = try (0..<load.options.conns).map { _ in try Person() }
        let before = try load.server.residentKilobytes
        let first = try await hold(people)
        let again = try await hold(people)
        let count = Double(people.count)
        var report = Report(mode: "idle")
        report.add("conns", people.count)
        report.add("held", min(first.heldCount, again.heldCount))
        report.add("rss0_kb", before)
        report.add("rss_kb", first.residentKilobytes)
        report.add("rss_again_kb", again.residentKilobytes)
        report.add("kb_per_conn", Double(first.residentKilobytes - before) / count)
        report.add("setup_s", again.used.wall)
        report.add("conn_per_s", count / again.used.wall)
        report.add("srv_cpu_us_per_new_conn", first.used.server / count * 1e6)
        report.add("srv_cpu_us_per_conn", again.used.server / count * 1e6)
        report.add("srv_util", again.used.server / again.used.wall)
        report.add("gen_util", again.used.own / again.used.wall)
        return report
    }

    private struct Held {
        let used: Measurement.Used
        let residentKilobytes: Int
        let heldCount: Int
    }

    /// Dials all, holds them for a while, closes them.
    private func hold(_ people: [Person]) async throws -> Held {
        let measurement = try Measurement(of: load.server)
        let lines = try await load.lines(people)
        // How many of them stay is what is asked here.
        try await load.loop.submit { for line in lines.value { line.onLost = {} } }.get()
        let used = try measurement.used()
        try await Task.sleep(for: .milliseconds(1_500))
        let residentKilobytes = try load.server.residentKilobytes
        let heldCount = try await load.loop.submit { lines.value.count { !$0.hasEnded } }.get()
        try await load.close(lines)
        try await Task.sleep(for: .milliseconds(1_500))
        return Held(used: used, residentKilobytes: residentKilobytes, heldCount: heldCount)
    }
}
