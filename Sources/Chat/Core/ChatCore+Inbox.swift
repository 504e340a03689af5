import MLS
import RelayClient
import RelayProtocol
import Sodium
import TLSCodec

extension ChatCore {
    mutating func take(_ event: InboxEvent, _ step: inout ChatStep) throws(ChatStorageError) {
        guard event.number > (inbox.waiting.last?.number ?? inbox.position) else { return }
        guard inbox.waiting.count < ChatLimits.inboxItemsWaitingMax, !inbox.isBehind else {
            inbox.isBehind = true
            return
        }
        inbox.waiting.append(event)
        try readInbox(&step)
    }

    /// Deals with one item after the other; one that needs the room's public state waits for it.
    mutating func readInbox(_ step: inout ChatStep) throws(ChatStorageError) {
        while inbox.opened == nil, let item = inbox.waiting.first {
            if case .note(let note) = try? InboxItem(item.item) { try take(note, &step) }
            guard let opened = try opened(item, step) else {
                try drop(item.number, &step)
                continue
            }
            inbox.opened = opened
            let fetch = FetchPublicState(room: opened.room, hash: opened.point.blob)
            ask(.plain(.fetchPublicState(fetch)), for: .welcome(item.number), &step)
        }
        if inbox.isBehind, inbox.waiting.isEmpty { followInbox(&step) }
    }

    /// From behind what has been dealt with.
    mutating func followInbox(_ step: inout ChatStep) {
        (inbox.isFollowing, inbox.isBehind) = (true, false)
        ask(.follow(.inbox, from: inbox.position.next ?? inbox.position), for: .followInbox, &step)
    }

    /// A Welcome for a key package of one's own, to a room that isn't known yet, or to one in which this very key package
    /// asks for it; nothing for anything else.
    private func opened(_ item: InboxEvent, _ step: ChatStep) throws(ChatStorageError) -> AwaitedWelcome? {
        guard case .welcome(let bytes) = try? InboxItem(item.item),
            let welcome = try? MLSMessage(received: bytes).asWelcome
        else { return nil }
        for secrets in welcome.secrets {
            guard let (bundle, isLastResort) = try bundle(secrets.newMember, step) else { continue }
            guard let opened = try? OpenedWelcome(opening: bytes, with: bundle),
                let room = RoomID(opened.groupID.bytes), let isAnswer = isAnswer(opened, secrets.newMember, in: room),
                let data = opened.groupInfoExtensions[.sottoJoining],
                let point = try? JoiningPoint(decoding: data), let key = SnapshotKey(copying: point.blobKey.span)
            else { return nil }
            return AwaitedWelcome(
                number: item.number, welcome: opened, reference: secrets.newMember, isLastResort: isLastResort,
                room: room, point: point, key: key, isAnswer: isAnswer)
        }
        return nil
    }

    /// Whether a Welcome answers an open request to be added again; nothing for one that may not be taken at all: it would
    /// put another group in the place of one that goes on.
    private func isAnswer(_ opened: OpenedWelcome, _ package: KeyPackageRef, in id: RoomID) -> Bool? {
        if let asking = roomAsking(by: package) {
            guard asking == id, let group = rooms[id]?.group, opened.epoch > group.currentEpoch else { return nil }
            return true
        }
        return rooms[id].map { $0.record.standing == .gone } ?? true ? false : nil
    }

    /// The room's public state has come, or won't.
    mutating func takeWelcome(
        _ number: EntryNumber, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let awaited = inbox.opened, awaited.number == number else { return }
        inbox.opened = nil
        switch answer {
        case .success(.fetchedPublicState(let fetched)): try join(awaited, fetched, &step)
        case .success, .failure(.refused): break
        // It is there for the next line, or the next run.
        case .failure: return
        }
        try drop(number, &step)
        try readInbox(&step)
    }

    /// The group is joined unseen, so that the package's keys can go; the room waits for its person's yes.
    private mutating func join(
        _ awaited: AwaitedWelcome, _ fetched: FetchedPublicState, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard BlobHash(of: fetched.blob) == awaited.point.blob, fetched.epoch > awaited.point.before.number,
            let sealed = try? SealedSnapshot(decoding: fetched.blob),
            let snapshot = try? sealed.open(with: awaited.key, of: awaited.room)
        else { return }
        let group: Group
        do throws(MLSError) {
            let options = JoinOptions(configuration: .room(credentials), tree: snapshot.tree)
            group = try Group(joining: awaited.welcome, options: options)
        } catch { return }
        guard let state = try? RoomState(group, credentials), state.settings.relay == relay,
            let inviter = state.member(at: awaited.welcome.signer)
        else { return }
        if awaited.isAnswer { return try rejoin(awaited, at: fetched.epoch, group, state, LeafName(inviter), &step) }
        guard try admits(inviter, to: state, &step) else {
            if !awaited.isLastResort { try dropBundle(awaited.reference, step) }
            return
        }
        var record = RoomRecord(
            awaited.room, .invited, beginsAt: fetched.epoch, position: awaited.point.before)
        record.inviter = LeafName(inviter)
        try add(record, group, state, &step)
        try noteNames(in: state, &step)
        if !awaited.isLastResort { try dropBundle(awaited.reference, step) }
        step.tell(.invited(awaited.room))
    }

    private mutating func drop(_ number: EntryNumber, _ step: inout ChatStep) throws(ChatStorageError) {
        inbox.waiting.removeFirst()
        inbox.position = number
        inbox.notePosition(&step)
        try step.transaction.put(number, at: RowKey(.values, of: .inboxPosition))
        ask(.plain(.acknowledgeInbox(AcknowledgeInbox(upTo: number))), for: .acknowledge, &step)
    }

    /// Takes up a room that this device has come into. One that it comes back to keeps its history.
    mutating func add(
        _ record: RoomRecord, _ group: Group?, _ state: RoomState?, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        let row = rooms[record.id]?.row ?? RoomRow(rawValue: nextRoomRow)
        nextRoomRow = max(nextRoomRow, row.rawValue + 1)
        var room = LiveRoom(row: row, record: record)
        room.record.formerName = rooms[record.id]?.record.formerName
        (room.group, room.state) = (group, state)
        room.heads.append(record.position)
        (room.stored.recordChanged, room.stored.epochChanged) = (true, group != nil)
        rooms[record.id] = room
        try with(record.id, &step) { (_, _, _) in }
    }
}
