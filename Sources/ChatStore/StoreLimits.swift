enum StoreLimits {
    static let pageByteCount = 4_096
    /// Pages of the write-ahead log from which on it is moved into the database.
    static let logPagesMax = 1_000
    /// The file isn't written anew for less than that.
    static let emptyBytesMin = 64 << 10
    static let cacheKibibytes = 4_096
    /// How long whoever opens the store waits for another to close it.
    static let busyMilliseconds = 500
}
