import TLSCodec

/// What a room's entry is to the relay, which can't see more of it.
package enum EntryKind: UInt8, TLSNumber, Sendable, CaseIterable {
    case create = 1
    case commit = 2
    case message = 3
    case proposal = 4

    /// Whether it begins an epoch, and so brings the access key of it.
    package var beginsEpoch: Bool { self == .create || self == .commit }
}
