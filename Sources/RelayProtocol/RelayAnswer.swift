import TLSCodec

/// What a relay answers to one request.
package enum RelayAnswer: Hashable, Sendable {
    case done(Done)
    case refused(Refused)
    case started(Started)
    case found(Found)
    case keyPackageCount(KeyPackageCount)
    case claimed(Claimed)
    case appended(Appended)
    case fetchedPublicState(FetchedPublicState)
    case opened(Opened)
    case following(Following)

    /// The number that stands before its body in the line's stream of messages.
    package var kind: UInt8 { messageKind.rawValue }

    var messageKind: RelayMessageKind {
        switch self {
        case .done: .done
        case .refused: .refused
        case .started: .started
        case .found: .found
        case .keyPackageCount: .keyPackageCount
        case .claimed: .claimed
        case .appended: .appended
        case .fetchedPublicState: .fetchedPublicState
        case .opened: .opened
        case .following: .following
        }
    }

    package static let kinds = RelayMessageKind.done.rawValue...RelayMessageKind.following.rawValue

    /// Nothing for a kind of another sort.
    init?(kind: RelayMessageKind, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case .done: self = .done(try Done(from: &reader))
        case .refused: self = .refused(try Refused(from: &reader))
        case .started: self = .started(try Started(from: &reader))
        case .found: self = .found(try Found(from: &reader))
        case .keyPackageCount: self = .keyPackageCount(try KeyPackageCount(from: &reader))
        case .claimed: self = .claimed(try Claimed(from: &reader))
        case .appended: self = .appended(try Appended(from: &reader))
        case .fetchedPublicState: self = .fetchedPublicState(try FetchedPublicState(from: &reader))
        case .opened: self = .opened(try Opened(from: &reader))
        case .following: self = .following(try Following(from: &reader))
        default: return nil
        }
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .done(let value): try value.encode(into: &writer)
        case .refused(let value): try value.encode(into: &writer)
        case .started(let value): try value.encode(into: &writer)
        case .found(let value): try value.encode(into: &writer)
        case .keyPackageCount(let value): try value.encode(into: &writer)
        case .claimed(let value): try value.encode(into: &writer)
        case .appended(let value): try value.encode(into: &writer)
        case .fetchedPublicState(let value): try value.encode(into: &writer)
        case .opened(let value): try value.encode(into: &writer)
        case .following(let value): try value.encode(into: &writer)
        }
    }
}
