import TLSCodec

/// What a client asks of a relay.
package enum RelayRequest: Hashable, Sendable {
    case start(Start)
    case claimName(ClaimName)
    case releaseName(ReleaseName)
    case lookUp(LookUp)
    case publishKeyPackages(PublishKeyPackages)
    case countKeyPackages(CountKeyPackages)
    case claimKeyPackages(ClaimKeyPackages)
    case deliver(Deliver)
    case setInboxToken(SetInboxToken)
    case followInbox(FollowInbox)
    case acknowledgeInbox(AcknowledgeInbox)
    case append(Append)
    case putPublicState(PutPublicState)
    case fetchPublicState(FetchPublicState)
    case openRoom(OpenRoom)
    case openLink(OpenLink)
    case follow(Follow)
    case unfollow(Unfollow)
    case whisper(Whisper)

    /// The number that stands before its body in the line's stream of messages.
    package var kind: UInt8 {
        switch self {
        case .start: 32
        case .claimName: 33
        case .releaseName: 34
        case .lookUp: 35
        case .publishKeyPackages: 36
        case .countKeyPackages: 37
        case .claimKeyPackages: 38
        case .deliver: 39
        case .setInboxToken: 40
        case .followInbox: 41
        case .acknowledgeInbox: 42
        case .append: 43
        case .putPublicState: 44
        case .fetchPublicState: 45
        case .openRoom: 46
        case .openLink: 47
        case .follow: 48
        case .unfollow: 49
        case .whisper: 50
        }
    }

    package static let kinds: ClosedRange<UInt8> = 32...50

    /// Nothing for a kind that this version doesn't know.
    init?(kind: UInt8, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case 32: self = .start(try Start(from: &reader))
        case 33: self = .claimName(try ClaimName(from: &reader))
        case 34: self = .releaseName(try ReleaseName(from: &reader))
        case 35: self = .lookUp(try LookUp(from: &reader))
        case 36: self = .publishKeyPackages(try PublishKeyPackages(from: &reader))
        case 37: self = .countKeyPackages(try CountKeyPackages(from: &reader))
        case 38: self = .claimKeyPackages(try ClaimKeyPackages(from: &reader))
        case 39: self = .deliver(try Deliver(from: &reader))
        case 40: self = .setInboxToken(try SetInboxToken(from: &reader))
        case 41: self = .followInbox(try FollowInbox(from: &reader))
        case 42: self = .acknowledgeInbox(try AcknowledgeInbox(from: &reader))
        case 43: self = .append(try Append(from: &reader))
        case 44: self = .putPublicState(try PutPublicState(from: &reader))
        case 45: self = .fetchPublicState(try FetchPublicState(from: &reader))
        case 46: self = .openRoom(try OpenRoom(from: &reader))
        case 47: self = .openLink(try OpenLink(from: &reader))
        case 48: self = .follow(try Follow(from: &reader))
        case 49: self = .unfollow(try Unfollow(from: &reader))
        case 50: self = .whisper(try Whisper(from: &reader))
        default: return nil
        }
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .start(let value): try value.encode(into: &writer)
        case .claimName(let value): try value.encode(into: &writer)
        case .releaseName(let value): try value.encode(into: &writer)
        case .lookUp(let value): try value.encode(into: &writer)
        case .publishKeyPackages(let value): try value.encode(into: &writer)
        case .countKeyPackages(let value): try value.encode(into: &writer)
        case .claimKeyPackages(let value): try value.encode(into: &writer)
        case .deliver(let value): try value.encode(into: &writer)
        case .setInboxToken(let value): try value.encode(into: &writer)
        case .followInbox(let value): try value.encode(into: &writer)
        case .acknowledgeInbox(let value): try value.encode(into: &writer)
        case .append(let value): try value.encode(into: &writer)
        case .putPublicState(let value): try value.encode(into: &writer)
        case .fetchPublicState(let value): try value.encode(into: &writer)
        case .openRoom(let value): try value.encode(into: &writer)
        case .openLink(let value): try value.encode(into: &writer)
        case .follow(let value): try value.encode(into: &writer)
        case .unfollow(let value): try value.encode(into: &writer)
        case .whisper(let value): try value.encode(into: &writer)
        }
    }
}
