package import RelayProtocol

/// What a client wants of a relay, before it is known on which line it will be asked.
package enum ClientRequest: Sendable {
    case plain(RelayRequest)
    /// Signed for the line on which it is asked.
    case open(RoomID, RoomKey)
    /// From wherever the client stands by then.
    case follow(FollowedLog)

    /// Bytes of the bodies in it.
    var byteCount: Int {
        switch self {
        case .plain(.append(let request)): request.entry.body.count + (request.publicState?.blob.count ?? 0)
        case .plain(.putPublicState(let request)): request.publicState.blob.count
        case .plain(.deliver(let request)): request.item.count
        case .plain(.publishKeyPackages(let request)):
            request.packages.reduce(request.lastResort?.bytes.count ?? 0) { $0 + $1.bytes.count }
        default: 0
        }
    }

    /// Whether it may be said a second time where nobody knows what came of the first: because it changes nothing, or
    /// because the relay knows it for the same. The rest could undo what others did in between: key packages that were
    /// given out would be given out again.
    package var mayBeRepeated: Bool {
        switch self {
        case .open, .follow: true
        case .plain(let request):
            switch request {
            case .append, .deliver, .lookUp, .countKeyPackages, .fetchPublicState, .acknowledgeInbox, .unfollow: true
            default: false
            }
        }
    }
}
