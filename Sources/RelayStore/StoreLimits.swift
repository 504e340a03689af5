/// Every bound of the store, with its unit.
package enum StoreLimits {
    /// Of SQLite's page. Smaller ones cost more where entries are spread, larger ones write more a commit.
    static let pageByteCount = 4_096
    /// Pages that the writer keeps in memory, and each reader.
    static let writerCacheKibibytes = 16_384
    static let readerCacheKibibytes = 4_096
    static let readersMax = 3
    /// How long a connection waits for another's short lock before it gives up.
    static let busyMilliseconds = 5_000

    /// Pages written after which a checkpoint is started: an eighth of the database's, within these bounds. A small
    /// disk has no room for a long log.
    static let pagesPerCheckpoint = 256...2_048
    static let checkpointDivisor = 8
    /// Pages that a transaction writes, as far as can be known beforehand: so many, and one for so many rows.
    static let pagesPerTransaction = 6
    static let rowsPerPage = 4
    /// Once the log is so many times as long as what a checkpoint waits for, the writer helps, so that it begins anew.
    static let logLengthFactor = 2
    /// Pages (64 MiB) of the log from which on reads wait for it to begin anew; of a smaller disk cap a quarter.
    static let logPagesMax = 16_384
    static let logShareDivisor = 4
    /// Milliseconds that a read waits for it at most.
    static let readWaitMilliseconds = 200
    /// Seconds between two times that the log of a relay at rest is emptied.
    static let secondsBetweenEmptyings = 60
    /// Bytes of the write-ahead log's file that are never given back while there is work, and count as taken even where
    /// they aren't yet: room for deleting when the disk is full.
    static let logBytesKept = 8 << 20

    /// Free pages that stay in the file: the next entries take them.
    static let sparePages = 1_024
    /// Pages given back at once.
    static let pagesGivenBackMax = 512

    /// Hashes that gather in memory before the index is written. At most twice as many are there at once.
    package static let recentHashesMax = 65_536
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

    static func logPagesMax(bytesMax: Int?) -> Int {
        min(logPagesMax, max(1, (bytesMax ?? .max) / logShareDivisor / pageByteCount))
    }
}
