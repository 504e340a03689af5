import MLS
import RelayClient
import RelayProtocol
import Sodium
import TLSCodec

extension ChatCore {
    /// Into a room by a link. The link's secret is kept until the way in has ended, one way or the other: killed in
    /// between, the client goes on.
    mutating func join(_ id: RoomID, by secret: LinkSecret, _ step: inout ChatStep) throws(ChatStorageError) {
        guard rooms[id].map({ $0.record.standing == .gone }) ?? true else {
            return step.tell(.failed(id, .roomExists))
        }
        let start = LogPosition(number: .none, head: LogHead(before: id, at: relay))
        try add(RoomRecord(id, .joining, beginsAt: .none, position: start), nil, nil, &step)
        try secret.withBytes { (bytes) throws(ChatStorageError) in
            try step.transaction.put(bytes, at: .linkSecret(id))
        }
        openLink(id, secret, &step)
    }

    mutating func joinAgain(_ id: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let secret = try linkSecret(of: id, step) else { return }
        openLink(id, secret, &step)
    }

    private mutating func openLink(_ id: RoomID, _ secret: LinkSecret, _ step: inout ChatStep) {
        rooms[id]?.isCommitting = true
        let key = secret.signingKey
        let link = LinkKey(key)
        let roomKey = RoomKey(.link(link)) { hash in
            key.signature(for: RoomOpening.signedBytes(handshakeHash: hash, room: id, link: link))
        }
        ask(.open(id, roomKey), for: .openLink(id), &step)
    }

    mutating func linkOpened(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let room = rooms[id], room.record.standing == .joining else { return }
        guard case .success = answer else { return try linkClosed(room, answer, &step) }
        // What was sent already is sent again first: it may stand.
        if let pending = room.pending { return append(pending, to: id, &step) }
        ask(.plain(.fetchPublicState(FetchPublicState(room: id))), for: .fetchForLink(id), &step)
    }

    /// The link may have ended by the very commit that was sent and never answered. Whoever asks for the public state that
    /// came with it hears where it stands.
    private mutating func linkClosed(
        _ room: LiveRoom, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard case .failure(.refused) = answer, let blob = room.pending?.publicState?.blob else {
            return try failJoining(room.record.id, answer, &step)
        }
        let fetch = FetchPublicState(room: room.record.id, hash: BlobHash(of: blob))
        ask(.plain(.fetchPublicState(fetch)), for: .findJoined(room.record.id), &step)
    }

    mutating func foundJoined(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard rooms[id]?.record.standing == .joining else { return }
        guard case .success(.fetchedPublicState(let fetched)) = answer else {
            return try failJoining(id, answer, &step)
        }
        try joined(id, at: fetched.epoch, &step)
    }

    mutating func linkFetched(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard rooms[id]?.record.standing == .joining else { return }
        guard case .success(.fetchedPublicState(let fetched)) = answer else {
            return try failJoining(id, answer, &step)
        }
        guard let secret = try linkSecret(of: id, step) else { return }
        let way: LinkWay
        do throws(ChatFailure) {
            way = try LinkWay(fetched, id, relay, secret, client, credentials, random)
        } catch { return try failJoining(id, error, &step) }
        rooms[id]?.pending = way.pending
        rooms[id]?.joining = way.join
        rooms[id]?.record.position = way.before
        guard let room = rooms[id] else { return }
        try keep(way, room, step)
        append(way.pending, to: id, &step)
    }

    private mutating func append(_ pending: PendingCommit, to id: RoomID, _ step: inout ChatStep) {
        let append = Append(room: id, entry: pending.entry, publicState: pending.publicState)
        ask(.plain(.append(append)), for: .join(id), &step)
    }

    mutating func linkJoined(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let room = rooms[id], room.record.standing == .joining else { return }
        switch answer {
        case .success(.appended(let appended)): try joined(id, at: appended.number, &step)
        case .failure(.refused(.parentHasCommit, _)):
            // Somebody was first: once more, from the epoch that is now.
            rooms[id]?.joining = nil
            rooms[id]?.pending = nil
            try step.transaction.delete(room.key(.commits))
            try step.transaction.delete(room.key(.commitSecrets))
            ask(.plain(.fetchPublicState(FetchPublicState(room: id))), for: .fetchForLink(id), &step)
        default: try failJoining(id, answer, &step)
        }
    }

    private mutating func joined(
        _ id: RoomID, at number: EntryNumber, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let room = rooms[id], room.record.standing == .joining, let join = room.joining else { return }
        let state = try state(of: join.group)
        try step.transaction.delete(.linkSecret(id))
        try with(id, &step) { (_, room, step) throws(ChatStorageError) in
            (room.group, room.state, room.joining) = (join.group, state, nil)
            room.record.standing = .member
            room.record.beginsAt = number
            room.record.epochBegan = number
            (room.stored.recordChanged, room.stored.epochChanged) = (true, true)
            try room.dropCommit(step.transaction)
            step.tell(.joined(id))
        }
    }

    private mutating func failJoining(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        switch answer {
        case .failure(.lost), .failure(.closed), .failure(.cancelled): rooms[id]?.isCommitting = false
        case .failure(let error): try failJoining(id, .relay(error), &step)
        case .success: try failJoining(id, .relay(.malformed), &step)
        }
    }

    private mutating func failJoining(
        _ id: RoomID, _ failure: ChatFailure, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try step.transaction.delete(.linkSecret(id))
        try with(id, &step) { (_, room, step) throws(ChatStorageError) in
            room.joining = nil
            room.record.standing = .gone
            room.stored.recordChanged = true
            try room.dropCommit(step.transaction)
        }
        ask(.forget(id), for: .acknowledge, &step)
        step.tell(.failed(id, failure))
    }

    private func linkSecret(of id: RoomID, _ step: ChatStep) throws(ChatStorageError) -> LinkSecret? {
        try step.transaction.row(.linkSecret(id))?.withBytes { LinkSecret(copying: $0) }
    }

    private func keep(_ way: LinkWay, _ room: LiveRoom, _ step: ChatStep) throws(ChatStorageError) {
        let secrets: SecretBytes
        do throws(MLSError) { secrets = try way.join.serialized() } catch { throw .failed }
        try step.transaction.put(way.pending, at: room.key(.commits))
        try step.transaction.put(secrets, at: room.key(.commitSecrets))
        try step.transaction.put(room.record, at: room.key(.rooms))
    }
}

extension RowKey {
    static func linkSecret(_ room: RoomID) -> RowKey {
        RowKey(.values, of: RowScope(Array("link secret ".utf8) + room.bytes))
    }
}
