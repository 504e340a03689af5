import ArgumentParser
import Logging
import Relay

struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "Run a relay for others; it can't read what it carries.",
        discussion: """
            Examples:
              sotto server
              sotto server --listen 0.0.0.0:48295 --listen '[::]:48295'
              sotto server --retention 14d --disk-cap 50G
              sotto server --silent --allow friends.txt
              sotto server --json --metrics 9100

            With --json its first line on standard output says where it listens,
            and is the only one. The log goes to standard error.

            SIGTERM and Ctrl-C stop it in order: what it has acknowledged is on
            disk, everybody is told, exit 0. A second one ends it at once, exit 1.
            SIGHUP has it read the --allow file again, and cuts off whoever no
            longer stands there.
            """)

    @OptionGroup var options: GlobalOptions

    @OptionGroup var listening: ListeningOptions

    @Option(
        help: ArgumentHelp(
            "How long messages are kept: s, m, h, d or w. (default: \(TimeSpan.standardRetention))", valueName: "time"),
        transform: { try parsed($0, TimeSpan.init, TimeSpan.words) })
    var retention = TimeSpan.standardRetention

    @Option(
        help: ArgumentHelp(
            "Bytes on disk in all: K, M, G or T. The oldest messages make room. (default: \(ByteCount.standardDiskCap))",
            valueName: "size"),
        transform: { try parsed($0, ByteCount.init, ByteCount.words) })
    var diskCap = ByteCount.standardDiskCap

    @Option(
        help: ArgumentHelp(
            "Bytes that one room's log may have: K, M, G or T. (default: \(ByteCount.standardRoomSize))",
            valueName: "size"),
        transform: { try parsed($0, ByteCount.init, ByteCount.words) })
    var maxRoomSize = ByteCount.standardRoomSize

    @Option(help: ArgumentHelp("Entries that one person may append in a second, on average.", valueName: "n"))
    var maxAppendsPerSecond = RelayLimits().appendsPerSecond

    @Option(
        help: ArgumentHelp(
            "The least that is logged: \(Logger.Level.names). Else info; warning with -q, debug with -v.",
            valueName: "level"),
        transform: { try parsed($0, Logger.Level.init(rawValue:), "one of " + Logger.Level.names) })
    var logLevel: Logger.Level?

    @Option(
        help: ArgumentHelp(
            "Tell Prometheus how the relay does, at /metrics: a port of this machine alone, or an address and a port.",
            valueName: "address"),
        transform: { try parsed($0, MetricsAddress.init, MetricsAddress.words) })
    var metrics: MetricsAddress?

    func validate() throws {
        guard diskCap.bytes >= ServerLimits.diskCapBytesMin else {
            throw ValidationError("--disk-cap is at least \(ServerLimits.diskCapBytesMin >> 20)M.")
        }
        try validateShares()
    }

    private func validateShares() throws {
        guard maxRoomSize.bytes >= ServerLimits.roomSizeBytesMin else {
            throw ValidationError("--max-room-size is at least \(ServerLimits.roomSizeBytesMin >> 20)M.")
        }
        guard (1...1_000_000).contains(maxAppendsPerSecond) else {
            throw ValidationError("--max-appends-per-second takes 1 to 1000000.")
        }
    }

    var relayLimits: RelayLimits {
        var limits = RelayLimits()
        limits.retentionSeconds = UInt64(retention.seconds)
        limits.diskBytesMax = diskCap.bytes
        limits.roomBytesMax = maxRoomSize.bytes
        limits.appendsPerSecond = maxAppendsPerSecond
        return limits
    }

    func run() async throws {
        try await ServerRun(command: self).run()
    }

    private static func parsed<Value>(
        _ text: String, _ parse: (String) -> Value?, _ words: String
    ) throws -> Value {
        guard let value = parse(text) else { throw ValidationError("It takes \(words).") }
        return value
    }
}

extension Logger.Level {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
