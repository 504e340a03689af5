import TLSCodec

/// Why an entry isn't followed.
package enum EntryRefusal: UInt8, TLSNumber, Sendable, CaseIterable {
    /// It isn't of the epoch that is current at its place.
    case epoch = 1
    /// It doesn't open, or isn't signed by a member.
    case doesNotOpen = 2
    /// It isn't what its header says, or nothing at all.
    case malformed = 3
    /// A change that its maker may not make.
    case notAllowed = 4
    /// A change that breaks a rule of MLS.
    case invalid = 5
    /// A change that this device alone can't follow: it has to be added again.
    case ownPath = 6
    /// A content that this version can't read at all.
    case unreadable = 7
    /// It says that it is of this very device, and isn't: a member made it up.
    case forged = 8
    /// A change of this very device that its store knows nothing of: it has to be added again.
    case ownCommit = 9
}
