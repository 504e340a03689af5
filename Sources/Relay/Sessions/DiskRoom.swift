/// What the disk cap leaves. The disk is measured now and then; what is stored in between is counted.
struct DiskRoom: Sendable {
    private let capBytes: Int
    /// As it was measured last, without what was stored since.
    private var leftBytes: Int
    /// What the largest request needed for which that wasn't enough.
    private var missedBytes = 0

    /// A body is written twice: to the write-ahead log, and from there to its place.
    private static let writesPerByte = 2

    init(capBytes: Int, _ use: DiskUse) {
        self.capBytes = capBytes
        leftBytes = capBytes - use.taken
    }

    /// The disk was measured.
    mutating func measured(_ use: DiskUse) { leftBytes = capBytes - use.taken }

    func holds(_ byteCount: Int) -> Bool { leftBytes > 0 && leftBytes >= byteCount * Self.writesPerByte }

    /// So many bytes were stored.
    mutating func take(_ byteCount: Int) { leftBytes -= byteCount * Self.writesPerByte }

    /// So many found no room: it should be made.
    mutating func miss(_ byteCount: Int) { missedBytes = max(missedBytes, byteCount * Self.writesPerByte) }

    /// Bytes for which room should be made, said once.
    mutating func takeMissed() -> Int { min(exchange(&missedBytes, with: 0), capBytes / 2) }
}
