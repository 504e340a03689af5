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
    package var kind: UInt8 {
        switch self {
        case .done: 96
        case .refused: 97
        case .started: 98
        case .found: 99
        case .keyPackageCount: 100
        case .claimed: 101
        case .appended: 102
        case .fetchedPublicState: 103
        case .opened: 104
        case .following: 105
        }
    }

    package static let kinds: ClosedRange<UInt8> = 96...105

    /// Nothing for a kind that this version doesn't know.
    init?(kind: UInt8, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case 96: self = .done(try Done(from: &reader))
        case 97: self = .refused(try Refused(from: &reader))
        case 98: self = .started(try Started(from: &reader))
        case 99: self = .found(try Found(from: &reader))
        case 100: self = .keyPackageCount(try KeyPackageCount(from: &reader))
        case 101: self = .claimed(try Claimed(from: &reader))
        case 102: self = .appended(try Appended(from: &reader))
        case 103: self = .fetchedPublicState(try FetchedPublicState(from: &reader))
        case 104: self = .opened(try Opened(from: &reader))
        case 105: self = .following(try Following(from: &reader))
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
