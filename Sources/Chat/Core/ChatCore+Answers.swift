import Identity
import MLS
import RelayClient
import RelayProtocol

extension ChatCore {
    mutating func take(
        _ answer: Result<RelayAnswer, RelayClientError>, to purpose: Purpose, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        switch purpose {
        case .create(let room): try created(room, answer, &step)
        case .open(let room, let number): try opened(room, number, answer, &step)
        case .follow(let room): try followed(room, answer, &step)
        case .message(let room, let number): try sent(number, in: room, answer, &step)
        case .commit(let room, let hash): try committed(hash, in: room, answer, &step)
        case .claim(let room, let identity): try claimed(identity, for: room, answer, &step)
        case .claimForNote(let room, let identity, let package):
            try claimedForNote(identity, for: room, package, answer, &step)
        case .deliver(let number): try delivered(number, answer, &step)
        case .countBundles(let suite): try counted(suite, answer, &step)
        case .welcome(let number): try takeWelcome(number, answer, &step)
        case .openLink(let room): try linkOpened(room, answer, &step)
        case .fetchForLink(let room): try linkFetched(room, answer, &step)
        case .join(let room): try linkJoined(room, answer, &step)
        case .findJoined(let room): try foundJoined(room, answer, &step)
        case .followInbox:
            switch answer {
            case .success(.following(let following)): inbox.hear(of: following.last, &step)
            default: inbox.isFollowing = false
            }
        case .publish(let suite): try published(suite, answer, step)
        case .acknowledge: break
        }
    }

    private mutating func created(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard rooms[id]?.record.standing == .creating else { return }
        switch answer {
        case .success(.appended):
            try with(id, &step) { (_, room, step) in
                room.isCommitting = false
                room.record.standing = .member
                room.stored.recordChanged = true
                step.tell(.joined(id))
            }
            try askOther(into: id, &step)
        case .failure(let error):
            rooms[id]?.isCommitting = false
            step.tell(.failed(id, .relay(error)))
            guard case .refused(let code, _) = error, !code.isPassing else { return }
            try with(id, &step) { (core, room, step) throws(ChatStorageError) in try core.giveUp(&room, &step) }
        case .success: break
        }
    }

    private mutating func opened(
        _ id: RoomID, _ number: EntryNumber, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try with(id, &step) { (core, room, step) in
            room.isOpening = false
            if case .success(.opened) = answer {
                room.openedAt = number
                return
            }
            room.stall(&step)
            guard case .failure(.refused(.notAllowed, _)) = answer, number == room.record.epochBegan else { return }
            // An epoch that the log has shown can be opened as long as the relay has that log. Members may still have
            // another, or the relay may have it again.
            step.tell(.failed(id, .roomLost))
            room.hasCaughtUp = true
            core.startMending(.absence, at: .none, &room, &step)
        }
    }

    private mutating func followed(
        _ id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try with(id, &step) { (_, room, step) in
            guard case .success(.following(let following)) = answer else {
                (room.openedAt, room.isFollowing) = (nil, false)
                return room.stall(&step)
            }
            room.hear(of: following.last, &step)
        }
    }

    /// What became of a message. Where it stands, the log itself shows; here it is known to be on the relay's disk.
    private mutating func sent(
        _ number: UInt64, in id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try with(id, &step) { (core, room, step) throws(ChatStorageError) in
            room.underWay.remove(number)
            guard var row = room.outbox[number] else { return }
            switch answer {
            case .success(.appended(let appended)):
                row.number = appended.number
                try room.put(row, at: number, step.transaction)
                if case .message(let content) = row.content { step.tell(.stored(id, content.id)) }
            case .failure(.refused(.parentHasCommit, let commit)):
                // Refused in so many words: it may be sealed anew, under the same id.
                room.ended(row.sealed?.header.parent)
                if row.sealed?.header.parent == room.record.epochBegan {
                    try core.noteSuccessor(commit, &room, &step)
                }
                row.sealed = nil
                try room.put(row, at: number, step.transaction)
            // Of an epoch that has ended meanwhile: it is sealed anew all the same.
            case .failure(.refused) where row.sealed?.header.parent != room.record.epochBegan: break
            case .failure(let error):
                room.stall(&step)
                step.tell(.failed(id, .relay(error)))
            case .success: break
            }
        }
    }

    /// A commit takes effect where the log shows it; here only its having lost is heard.
    private mutating func committed(
        _ hash: EntryHash, in id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try with(id, &step) { (core, room, step) throws(ChatStorageError) in
            // One that was given up meanwhile says nothing about the next.
            guard let pending = room.pending, pending.hash == hash else { return }
            switch answer {
            case .success: break
            case .failure(.refused(.parentHasCommit, let commit)):
                room.ended(pending.entry.header.parent)
                try room.dropCommit(step.transaction)
                try core.noteSuccessor(commit, &room, &step)
            case .failure(.refused(let code, _)) where code.isPassing:
                room.isCommitting = false
                room.stall(&step)
            case .failure(.refused(let code, let detail)):
                try core.refused(pending, &room, &step)
                step.tell(.failed(id, .relay(.refused(code, detail: detail))))
            case .failure:
                room.isCommitting = false
                room.stall(&step)
            }
        }
    }

    /// Somebody's key packages: those that are truly theirs.
    private mutating func claimed(
        _ identity: IdentityKey, for id: RoomID, _ answer: Result<RelayAnswer, RelayClientError>,
        _ step: inout ChatStep
    ) throws(ChatStorageError) {
        rooms[id]?.isClaiming = false
        guard let suite = rooms[id]?.group?.cipherSuite else { return }
        guard case .success(.claimed(let claimed)) = answer else {
            if case .failure(let error) = answer { step.tell(.failed(id, .relay(error))) }
            return
        }
        guard !claimed.packages.isEmpty else { return step.tell(.failed(id, .nobodyThere)) }
        let packages = claimed.packages.map(\.keyPackage.bytes)
        for package in packages {
            guard belongs(package, to: identity, suite, step.now) else {
                return step.tell(.failed(id, .wrongPerson))
            }
        }
        try wish(.add(identity, packages: packages), of: id, &step)
    }

    /// A commit that the relay doesn't take is given up, and with it what was wished; of a dispute members are asked instead,
    /// for without one the room doesn't go on.
    private func refused(
        _ pending: PendingCommit, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try room.dropCommit(step.transaction)
        room.dropWish()
        if pending.entry.header.flags.contains(.disputes) { startMending(.absence, at: .none, &room, &step) }
    }

    func belongs(_ bytes: [UInt8], to identity: IdentityKey, _ suite: CipherSuite, _ now: UnixTime) -> Bool {
        do {
            guard let package = try MLSMessage(received: bytes).asKeyPackage else { return false }
            let verified = try package.verified(for: suite, configuration: .room(credentials), now: now)
            return credentials.credential(verified.keyPackage.leafNode.credential)?.identityKey == identity
        } catch { return false }
    }
}

extension LiveRoom {
    /// The relay has a commit for this epoch; nothing more is sent in it.
    mutating func ended(_ epoch: EntryNumber?) {
        if epoch == record.epochBegan { endedEpoch = epoch }
    }
}
