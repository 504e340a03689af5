import Identity
import MLS
import RelayClient
import RelayProtocol
import TLSCodec

extension ChatCore {
    mutating func obey(_ command: ChatCommand, _ step: inout ChatStep) throws(ChatStorageError) {
        switch command {
        case .create(let room, let kind, let name, let other, let suite):
            try create(room, kind, name, other, suite, &step)
        case .invite(let identity, let room): try invite(identity, to: room, &step)
        case .accept(let room): try accept(room, &step)
        case .join(let room, let secret): try join(room, by: secret, &step)
        case .leave(let room): try leave(room, &step)
        case .remove(let identity, let room): try wish(.remove(identity), of: room, &step)
        case .change(let change, let room): try wish(.change(change), of: room, &step)
        case .refresh(let room): try wish(.refresh, of: room, &step)
        case .mend(let room): try mend(room, &step)
        case .say(let said, let id, let room): try say(said, id, in: room, &step)
        case .contact(let change): try obey(change, &step)
        }
    }

    private mutating func create(
        _ id: RoomID, _ kind: RoomKind, _ name: RoomName?, _ other: IdentityKey?, _ suite: CipherSuite,
        _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard rooms[id] == nil else { return step.tell(.failed(id, .roomExists)) }
        let settings = RoomSettings(
            relay: relay, kind: kind, name: name, admins: [client.credential.identityKey] + (other.map { [$0] } ?? []))
        let group: Group
        do throws(MLSError) {
            group = try RoomFounding.group(
                of: id, settings: settings, founder: client, suite: suite, now: step.now, credentials: credentials,
                random: random)
        } catch { return step.tell(.failed(id, .group(error))) }
        let start = LogPosition(number: .none, head: LogHead(before: id, at: relay))
        let record = RoomRecord(id, .creating, beginsAt: .first, position: start)
        try add(record, group, try state(of: group), &step)
        askForCreation(id, &step)
    }

    /// Its creation is sent, again if the program ended before it was answered.
    mutating func askForCreation(_ id: RoomID, _ step: inout ChatStep) {
        guard let group = rooms[id]?.group, let access = try? RoomAccess(group) else { return }
        rooms[id]?.isCommitting = true
        let entry = Entry(header: .create(access.publicKey), body: EntryBody.creation.bytes)
        ask(.plain(.append(Append(room: id, entry: entry))), for: .create(id), &step)
    }

    private mutating func invite(
        _ identity: IdentityKey, to room: RoomID, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let group = rooms[room]?.group else {
            return step.tell(.failed(room, rooms[room] == nil ? .noSuchRoom : .notMember))
        }
        if let distrust = distrust(of: identity) { return step.tell(.failed(room, distrust)) }
        let claim = ClaimKeyPackages(
            identity: identity, suites: [CipherSuiteNumber(rawValue: group.cipherSuite.rawValue)])
        ask(.plain(.claimKeyPackages(claim)), for: .claim(room, identity), &step)
    }

    private mutating func accept(_ room: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard rooms[room]?.record.standing == .invited else { return step.tell(.failed(room, .noSuchRoom)) }
        try with(room, &step) { (_, room, step) in
            room.record.standing = .member
            room.stored.recordChanged = true
            step.tell(.joined(room.record.id))
        }
    }

    private mutating func leave(_ room: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let standing = rooms[room]?.record.standing, [.invited, .member].contains(standing) else {
            return step.tell(.failed(room, .notMember))
        }
        try with(room, &step) { (core, room, step) throws(ChatStorageError) in
            room.stored.recordChanged = true
            // Nobody is left who could commit it.
            if room.state?.members.count == 1 { return try core.end(&room, &step) }
            room.record.standing = .leaving
            try core.enqueue(.leaving, in: &room, &step)
        }
    }

    mutating func wish(_ wish: RoomWish, of room: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let standing = rooms[room]?.record.standing, [.creating, .member, .leaving].contains(standing) else {
            return step.tell(.failed(room, .notMember))
        }
        try with(room, &step) { (_, room, _) in
            room.record.wishes.append(wish)
            room.stored.recordChanged = true
        }
    }

    private mutating func say(
        _ said: Said, _ id: MessageID, in room: RoomID, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let standing = rooms[room]?.record.standing, standing == .member || standing == .creating else {
            return step.tell(.failed(room, .notMember))
        }
        if let distrust = rooms[room].flatMap(distrust(in:)) { return step.tell(.failed(room, distrust)) }
        guard let content = try? said.content(id), content.body.count <= ChatLimits.contentBytesMax else {
            return step.tell(.failed(room, .tooLong))
        }
        try with(room, &step) { (core, room, step) throws(ChatStorageError) in
            try core.enqueue(.message(content), in: &room, &step)
        }
        try askOther(into: room, &step)
    }
}
