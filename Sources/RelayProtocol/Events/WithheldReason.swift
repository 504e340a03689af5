import TLSCodec

/// Why one gets an entry's hash alone.
package enum WithheldReason: UInt8, TLSNumber, Sendable, CaseIterable {
    /// It isn't in the branch of the log that this line has opened.
    case notReadable = 1
    /// The relay kept it for as long as it keeps anything.
    case gone = 2
    /// The relay can't read it from its disk.
    case damaged = 3
}
