import Chat
import Identity
import RelayProtocol

/// A room in the list of rooms.
struct RoomOverview: Sendable {
    let room: RoomID
    let name: String?
    let standing: RoomStanding
    let memberCount: Int
    let inviter: ShownPerson?
    /// With whom the conversation is, of a room of two.
    let other: ShownPerson?
    let waitingCount: Int
    let authenticator: [UInt8]
    let position: LogPosition
    let trouble: RoomTrouble?

    /// Nothing for a room that was left.
    init?(of room: RoomID, in core: ChatCore) {
        guard let record = core.record(of: room), record.standing != .gone else { return nil }
        let state = core.state(of: room)
        self.room = room
        name = state?.settings.name?.name.text
        standing = record.standing
        memberCount = state?.members.count ?? 0
        let people = RoomPeople(of: room, in: core)
        inviter = record.inviter.map { ShownPerson($0, among: people) }
        other = core.other(in: room).flatMap { identity in
            let contact = core.contacts.all.first { $0.identity == identity }
            return (core.seenName(of: identity) ?? contact?.displayName).map {
                ShownPerson(identity, $0.name, among: people)
            }
        }
        waitingCount = core.outbox(of: room).count
        authenticator = core.epochAuthenticator(of: room) ?? []
        position = record.position
        trouble = record.trouble
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
        if let trouble { object.add("trouble", .string(trouble.name)) }
        if standing == .invited, let inviter {
            object.add("inviter", .string(inviter.name.text))
            object.add("inviterFingerprint", .string(Fingerprint(of: inviter.identity).text))
            object.add("inviterVerified", .flag(inviter.mark.isVerified))
            if let imitated = inviter.mark.imitated { object.add("confusableWith", .string(imitated.text)) }
        }
        if let other {
            object.add("with", .string(other.name.text))
            object.add("withFingerprint", .string(Fingerprint(of: other.identity).text))
        }
        return object
    }

    private var line: String {
        let shown = name.map { "#" + $0 } ?? other.map { "with " + $0.line } ?? "(no name)"
        var words = "\(room.text)  \(shown)  \(memberCount) \(memberCount == 1 ? "member" : "members")"
        switch standing {
        case .invited:
            let who = inviter.map { $0.line + " · " + Fingerprint(of: $0.identity).text }
            words += "  invited by \(who ?? "somebody")"
        case .leaving: words += "  leaving"
        case .joining, .creating: words += "  not there yet"
        case .member, .gone: break
        }
        if waitingCount > 0 { words += "  \(waitingCount) not sent yet" }
        return trouble.map { words + "  — " + $0.sentence } ?? words
    }
}
