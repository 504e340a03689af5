import NIOCore
import NIOPosix

/// Puts a running relay under load and prints one JSON object: the jobs, and the words for them, of
/// ../shared/relaybench, so that both fit into one table. See Benchmarks/README.md.
@main
struct RelayBench {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            print(Options.usage)
            throw BenchmarkError.usage
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let load = Load(options: options, loop: group.next())
        let report =
            switch options.mode {
            case .fan: try await FanJob(load: load).run()
            case .ping: try await PingJob(load: load).run()
            case .idle: try await IdleJob(load: load).run()
            case .appends: try await AppendsJob(load: load).run()
            case .acknowledge: try await AcknowledgeJob(load: load).run()
            case .fill: try await FillJob(load: load).run()
            case .read: try await ReadJob(load: load).run()
            }
        print(report.json)
    }
}
