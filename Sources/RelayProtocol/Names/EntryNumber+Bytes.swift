extension EntryNumber {
    /// The 8 bytes as hashes and signatures cover them.
    var bigEndianBytes: [UInt8] {
        stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: rawValue >> $0) }
    }
}
