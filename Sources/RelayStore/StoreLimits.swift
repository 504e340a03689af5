/// Every bound of the store, with its unit.
package enum StoreLimits {
    /// Of SQLite's page. Smaller ones cost more where entries are spread, larger ones write more a commit.
    static let pageByteCount = 4_096
    /// Pages that the writer keeps in memory, and each reader.
    static let writerCacheKibibytes = 16_384
    static let readerCacheKibibytes = 4_096
    static let readersMax = 3
    /// How long a connection waits for another's short lock before it gives up.
    static let busySeconds = 5.0

    /// Pages written, by a cautious estimate (one for each row), after which a checkpoint is started.
    static let pagesPerCheckpoint = 2_048
    /// Pages in the write-ahead log above which the writer helps, so that the log begins anew.
    static let logPagesMax = 4_096
    /// Bytes of the write-ahead log's file that are never given back: room for deleting when the disk is full.
    static let logBytesKept = 8 << 20

    /// Free pages that stay in the file: the next entries take them.
    static let sparePages = 1_024
    /// Pages given back at once.
    static let pagesGivenBackMax = 256

    /// Hashes that gather in memory before the index is written. At most twice as many are there at once.
    package static let recentHashesMax = 32_768
    /// Index rows written with a transaction for each entry that it adds. At 2, an old generation is written when half
    /// a new one has gathered.
    static let indexRowsPerEntry = 2
    /// And at least so many, so that it comes to an end.
    static let indexRowsMin = 16
    /// Index rows in one transaction at a clean stop.
    static let indexRowsAtStop = 8_192

    /// Former public states of one room, however small.
    static let formerBlobsMax = 1_024

    /// Rows that sweeping steps over because they are damaged, before it stops looking behind them.
    static let unreadableRowsMax = 4_096

    /// Lines that an integrity check may find before it stops.
    static let findingsMax = 100
    /// An entry's number and a log's row share one 64-bit key.
    static let entryNumberMax = UInt64(UInt32.max)
    static let logRowMax = Int64(Int32.max)
}
