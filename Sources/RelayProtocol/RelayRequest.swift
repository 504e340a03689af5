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
    package var kind: UInt8 { messageKind.rawValue }

    var messageKind: RelayMessageKind {
        switch self {
        case .start: .start
        case .claimName: .claimName
        case .releaseName: .releaseName
        case .lookUp: .lookUp
        case .publishKeyPackages: .publishKeyPackages
        case .countKeyPackages: .countKeyPackages
        case .claimKeyPackages: .claimKeyPackages
        case .deliver: .deliver
        case .setInboxToken: .setInboxToken
        case .followInbox: .followInbox
        case .acknowledgeInbox: .acknowledgeInbox
        case .append: .append
        case .putPublicState: .putPublicState
        case .fetchPublicState: .fetchPublicState
        case .openRoom: .openRoom
        case .openLink: .openLink
        case .follow: .follow
        case .unfollow: .unfollow
        case .whisper: .whisper
        }
    }

    package static let kinds = RelayMessageKind.start.rawValue...RelayMessageKind.whisper.rawValue

    /// Nothing for a kind of another sort.
    init?(kind: RelayMessageKind, from reader: inout Reader) throws(CodecError) {
        switch kind {
        case .start: self = .start(try Start(from: &reader))
        case .claimName: self = .claimName(try ClaimName(from: &reader))
        case .releaseName: self = .releaseName(try ReleaseName(from: &reader))
        case .lookUp: self = .lookUp(try LookUp(from: &reader))
        case .publishKeyPackages: self = .publishKeyPackages(try PublishKeyPackages(from: &reader))
        case .countKeyPackages: self = .countKeyPackages(try CountKeyPackages(from: &reader))
        case .claimKeyPackages: self = .claimKeyPackages(try ClaimKeyPackages(from: &reader))
        case .deliver: self = .deliver(try Deliver(from: &reader))
        case .setInboxToken: self = .setInboxToken(try SetInboxToken(from: &reader))
        case .followInbox: self = .followInbox(try FollowInbox(from: &reader))
        case .acknowledgeInbox: self = .acknowledgeInbox(try AcknowledgeInbox(from: &reader))
        case .append: self = .append(try Append(from: &reader))
        case .putPublicState: self = .putPublicState(try PutPublicState(from: &reader))
        case .fetchPublicState: self = .fetchPublicState(try FetchPublicState(from: &reader))
        case .openRoom: self = .openRoom(try OpenRoom(from: &reader))
        case .openLink: self = .openLink(try OpenLink(from: &reader))
        case .follow: self = .follow(try Follow(from: &reader))
        case .unfollow: self = .unfollow(try Unfollow(from: &reader))
        case .whisper: self = .whisper(try Whisper(from: &reader))
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
