package import TLSCodec

/// What an entry was, once it was dealt with.
package enum TimelineEvent: Hashable, Sendable, TLSCodable {
    case message(TimelineMessage)
    /// A message whose id its sender had used before: not shown again.
    case repeated
    /// The members, settings or keys changed.
    case change(MembershipChange)
    /// Somebody said that they leave.
    case leaving(LeafName)
    /// An entry that couldn't be followed, and why; the sender is unknown.
    case refused(EntryRefusal)
    /// Nothing but its hash came.
    case missing(MissingReason)
    /// A commit that isn't followed.
    case refusedCommit(RefusedCommit)
    /// As ``leaving(_:)``, from somebody who names a head of the log that isn't this client's.
    case leavingElsewhere(LeafName)

    private enum Form: UInt8, TLSNumber {
        case message = 1
        case repeated = 2
        case change = 3
        case leaving = 4
        case refused = 5
        case missing = 6
        case refusedCommit = 10
        case leavingElsewhere = 11
    }

    package init(from reader: inout Reader) throws(CodecError) {
        switch try Form(from: &reader) {
        case .message: self = .message(try TimelineMessage(from: &reader))
        case .repeated: self = .repeated
        case .change: self = .change(try MembershipChange(from: &reader))
        case .leaving: self = .leaving(try LeafName(from: &reader))
        case .refused: self = .refused(try EntryRefusal(from: &reader))
        case .missing: self = .missing(try MissingReason(from: &reader))
        case .refusedCommit: self = .refusedCommit(try RefusedCommit(from: &reader))
        case .leavingElsewhere: self = .leavingElsewhere(try LeafName(from: &reader))
        }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .message(let message): try write(.message, message, &writer)
        case .repeated: writer.integer(Form.repeated.rawValue)
        case .change(let change): try write(.change, change, &writer)
        case .leaving(let leaf): try write(.leaving, leaf, &writer)
        case .refused(let refusal): try write(.refused, refusal, &writer)
        case .missing(let reason): try write(.missing, reason, &writer)
        case .refusedCommit(let refused): try write(.refusedCommit, refused, &writer)
        case .leavingElsewhere(let leaf): try write(.leavingElsewhere, leaf, &writer)
        }
    }

    private func write(_ form: Form, _ value: some TLSCodable, _ writer: inout Writer) throws(CodecError) {
        writer.integer(form.rawValue)
        try value.encode(into: &writer)
    }
}
