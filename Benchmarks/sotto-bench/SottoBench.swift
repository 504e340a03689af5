import Foundation

/// `sotto-bench [--json] [--rounds N] [record|handshake|loopback]...`
@main struct SottoBench {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            FileHandle.standardError.write(Data("\(Options.usage)\n".utf8))
            exit(64)
        }
        options.report.begin()
        for subject in options.subjects {
            try await run(subject, rounds: options.rounds, report: options.report)
        }
    }

    private static func run(_ subject: Options.Subject, rounds: Int, report: Report) async throws {
        switch subject {
        case .record: try await RecordBenchmark.run(rounds: rounds, report: report)
        case .handshake: try await HandshakeBenchmark.run(rounds: rounds, report: report)
        case .loopback: try await LoopbackBenchmark.run(rounds: rounds, report: report)
        }
    }
}
