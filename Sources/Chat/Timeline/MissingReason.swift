import TLSCodec

/// Why nothing but an entry's hash is there.
package enum MissingReason: UInt8, TLSNumber, Sendable, CaseIterable {
    /// It is of a branch of the log that this device can't open, or from before it came.
    case notReadable = 1
    /// The relay kept it for as long as it keeps anything.
    case gone = 2
    /// The relay can't read it from its disk.
    case damaged = 3
    /// All up to it came while this device couldn't follow: it was added again behind it.
    case absent = 4
}
