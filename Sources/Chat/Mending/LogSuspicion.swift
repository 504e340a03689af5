import TLSCodec

/// What a relay said of a room's log that can't be true. It isn't followed; it is shown.
package enum LogSuspicion: UInt8, TLSNumber, Sendable, CaseIterable {
    /// That more is gone than it said there was.
    case trimmedTooFar = 1
    /// That there is less than it has handed out.
    case shrank = 2
    /// That what is left begins with another head than was seen there.
    case otherHead = 3
}
