/// Every bound of `sotto server` around its relay, with its unit.
enum ServerLimits {
    /// Each is an event loop.
    static let threadsMax = 64
    /// A hundred years: added to any clock's time, it still is a time.
    static let retentionSecondsMax = 36_525 * 86_400

    /// The database's own log takes 8 MiB of it, and below 97 % of it nothing has to make room.
    static let diskCapBytesMin = 32 << 20

    /// A share of it, a tenth or so, must hold the largest entry.
    static let roomSizeBytesMin = 64 << 20

    /// Who measures: a Prometheus or two, and somebody with curl.
    static let metricsConnectionsMax = 16
    /// From the first byte of a request to the last of its answer.
    static let metricsDeadlineSeconds = 5
    /// A request with its headers.
    static let metricsRequestBytesMax = 8_192

    /// Log lines that wait for a standard error that has stopped. Further ones are dropped, and their number told.
    static let waitingLogLinesMax = 4_096
    /// Of one value in a log line.
    static let loggedScalarsMax = 256
    /// Hexadecimal digits of a fingerprint in a log line: enough to tell people apart, too few to stand for a key.
    static let loggedFingerprintDigits = 8

    /// A second signal to stop that comes sooner is still the first one: `timeout` sends two, and so may a shell.
    static let secondStopMillisecondsMin = 500

    /// What may be told to the service manager at most once in so many milliseconds, however little it asks for.
    static let watchdogIntervalMillisecondsMin = 10
    /// Files that a relay holds open besides its connections: listeners, event loops, the log's database.
    static let ownFilesMax = 256
}
