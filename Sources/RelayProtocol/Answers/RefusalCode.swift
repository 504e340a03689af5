import TLSCodec

/// Why a request was refused: a decision that the client can take.
///
/// Not an enumeration, for a newer relay may have more of them: who doesn't know one takes it as a refusal.
package struct RefusalCode: TLSNumber, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The relay doesn't know this kind of request.
    package static let unknownRequest = RefusalCode(rawValue: 1)
    /// The request isn't well formed.
    package static let malformed = RefusalCode(rawValue: 2)
    /// Detail: the version that the relay speaks.
    package static let version = RefusalCode(rawValue: 3)
    /// ``Start`` must come first, and once.
    package static let outOfTurn = RefusalCode(rawValue: 4)
    /// Not opened, no such room, or a signature that doesn't hold: which of them isn't said.
    package static let notAllowed = RefusalCode(rawValue: 5)
    /// Nobody of that name, key or device is known here.
    package static let unknown = RefusalCode(rawValue: 6)
    package static let nameTaken = RefusalCode(rawValue: 7)
    /// A share, box or count is full; trying again without a change doesn't help soon.
    package static let overQuota = RefusalCode(rawValue: 8)
    /// Detail: seconds after which it may be tried again.
    package static let tooOften = RefusalCode(rawValue: 9)
    /// Detail: the number of the first commit for this parent.
    package static let parentHasCommit = RefusalCode(rawValue: 10)
    /// The parent isn't a creation or commit of this log.
    package static let unknownParent = RefusalCode(rawValue: 11)
    /// There is another room of this id.
    package static let roomExists = RefusalCode(rawValue: 12)
    /// It was here and isn't any more.
    package static let gone = RefusalCode(rawValue: 13)
    /// The disk didn't take it; nothing has changed. It may be tried again.
    package static let storage = RefusalCode(rawValue: 14)
    /// The relay is stopping; it may be tried again elsewhen.
    package static let stopping = RefusalCode(rawValue: 15)
}
