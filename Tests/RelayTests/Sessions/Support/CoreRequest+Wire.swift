import Relay
import RelayProtocol

extension CoreRequest {
    /// As a line asks it; nothing of what only a login brings.
    var wire: RelayRequest? {
        switch ask {
        case .keepDevice: nil
        case .claimName(let name): .claimName(ClaimName(name: name))
        case .releaseName: .releaseName(ReleaseName())
        case .publishKeyPackages(let published): .publishKeyPackages(published)
        case .claimKeyPackages(let claim): .claimKeyPackages(claim)
        case .deliver(let delivery): .deliver(delivery)
        case .setInboxToken(let token): .setInboxToken(SetInboxToken(token: token))
        case .acknowledgeInbox(let number): .acknowledgeInbox(AcknowledgeInbox(upTo: number))
        case .append(let append, _): .append(append)
        case .putPublicState(let put, _): .putPublicState(put)
        }
    }

    /// The room that it is about, and what was proven about it.
    var accessed: (room: RoomID, access: Access)? {
        switch ask {
        case .append(let append, let access): (append.room, access)
        case .putPublicState(let put, let access): (put.room, access)
        default: nil
        }
    }

    func withAccess(_ access: (RoomID) -> Access) -> CoreRequest {
        switch ask {
        case .append(let append, _):
            CoreRequest(requester: requester, ask: .append(append, access(append.room)))
        case .putPublicState(let put, _):
            CoreRequest(requester: requester, ask: .putPublicState(put, access(put.room)))
        default: self
        }
    }

    /// Whether a follower who is behind might miss items by it.
    var takesItems: Bool {
        if case .acknowledgeInbox = ask { true } else { false }
    }
}

extension RelayAnswer {
    /// How long something must wait depends on the clock.
    func isAlike(_ expected: RelayAnswer) -> Bool {
        guard case .refused(let refused) = self, case .refused(let other) = expected, refused.code == .tooOften else {
            return self == expected
        }
        return other.code == .tooOften && refused.detail > 0 && refused.detail <= other.detail
    }

    var sort: String {
        switch self {
        case .refused(let refused): "refused \(refused.code.rawValue)"
        case .appended: "appended"
        case .claimed: "claimed"
        default: "done"
        }
    }
}
