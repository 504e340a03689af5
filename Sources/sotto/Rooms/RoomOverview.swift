import Chat
import Identity
import RelayProtocol

/// A room in the list of rooms.
struct RoomOverview: Sendable {
    let room: RoomID
    let name: String?
    let standing: RoomStanding
    let memberCount: Int
    let inviter: LeafName?
    let waitingCount: Int
    let authenticator: [UInt8]
    let position: LogPosition

    /// Nothing for a room that was left.
    init?(of room: RoomID, in core: ChatCore) {
        guard let record = core.record(of: room), record.standing != .gone else { return nil }
        let state = core.state(of: room)
        self.room = room
        name = state?.settings.name?.name.text
        standing = record.standing
        memberCount = state?.members.count ?? 0
        inviter = record.inviter
        waitingCount = core.outbox(of: room).count
        authenticator = core.epochAuthenticator(of: room) ?? []
        position = record.position
    }

    func show(on output: any CommandOutput) { output.show(line, object) }

    private var object: JSONObject {
        var object = JSONObject([
            "room": .string(room.text), "standing": .string("\(standing)"), "members": .number(memberCount),
            "waiting": .number(waitingCount), "last": .number(Int(clamping: position.number.rawValue)),
            "head": .string(Base64URL.text(of: position.head.bytes)),
            "epochAuthenticator": .string(Base64URL.text(of: authenticator)),
        ])
        if let name { object.add("name", .string(name)) }
        if standing == .invited, let inviter {
            object.add("inviter", .string(inviter.name.name.text))
            object.add("inviterFingerprint", .string(Fingerprint(of: inviter.identity).text))
        }
        return object
    }

    private var line: String {
        let shown = name.map { "#" + $0 } ?? "(no name)"
        var words = "\(room.text)  \(shown)  \(memberCount) \(memberCount == 1 ? "member" : "members")"
        switch standing {
        case .invited:
            let who = inviter.map { $0.name.name.text + " · " + Fingerprint(of: $0.identity).text }
            words += "  invited by \(who ?? "somebody")"
        case .leaving: words += "  leaving"
        case .joining, .creating: words += "  not there yet"
        case .member, .gone: break
        }
        return waitingCount == 0 ? words : words + "  \(waitingCount) not sent yet"
    }
}
