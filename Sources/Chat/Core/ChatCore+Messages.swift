import MLS
import RelayProtocol
import TLSCodec

extension ChatCore {
    /// A message of another.
    mutating func takeMessage(
        _ bytes: [UInt8], _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        let processed: ProcessedMessage
        let before = room.group
        switch process(bytes, &room) {
        case .success(let message): processed = message
        case .failure(let error): return .refused(before?.refusal(error, of: bytes) ?? EntryRefusal(error))
        }
        guard case .application(let message) = processed, let sender = room.state?.member(at: message.sender.leafIndex)
        else { return .refused(.malformed) }
        guard let content = try? MessageContent(padded: message.content) else { return .refused(.unreadable) }
        if sender.leaf == room.group?.ownLeafIndex { foundOldCopy(&room, &step) }
        let crosses = try !agrees(message.authenticatedData, room, step)
        return try said(content, by: LeafName(sender), number, crossesLogs: crosses, room, &step)
    }

    /// What this client itself sealed has come back: now it has a place.
    mutating func takeOwn(
        _ row: OutboxRow, _ outboxNumber: UInt64, _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        let wasStored = row.number != nil
        try room.dropOutbox(outboxNumber, step.transaction)
        guard let group = room.group, let own = room.state?.member(at: group.ownLeafIndex) else {
            return .refused(.epoch)
        }
        switch row.content {
        case .leaving: return .leaving(LeafName(own))
        case .message(let content):
            if !wasStored { step.tell(.stored(room.record.id, content.id)) }
            return try said(content, by: LeafName(own), number, crossesLogs: false, room, &step)
        }
    }

    /// Processes a message; the room's ratchets have moved if it could be.
    func process(_ bytes: [UInt8], _ room: inout LiveRoom) -> Result<ProcessedMessage, MLSError> {
        guard var group = room.group else { return .failure(.removed) }
        do throws(MLSError) {
            let processed = try group.process(bytes)
            room.group = group
            room.stored.ratchetChanged = true
            return .success(processed)
        } catch { return .failure(error) }
    }

    /// Deals with a content at its place. An id counts once for each sender.
    private func said(
        _ content: MessageContent, by sender: LeafName, _ number: EntryNumber, crossesLogs: Bool, _ room: LiveRoom,
        _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        let key = RowKey.message(content.id, by: sender.identity, in: room.row)
        guard try step.transaction.row(key) == nil else { return .repeated }
        try step.transaction.put(number, at: key)
        try Retelling(room: room, sender: sender.identity).apply(Said(content), &step)
        // An edit's text stands where it was meant to, and goes from there.
        let kept = content.kind == .edit ? MessageContent(id: content.id, kind: .edit, body: []) : content
        return .message(TimelineMessage(sender: sender, content: kept, crossesLogs: crossesLogs))
    }
}

extension Group {
    /// Why a message isn't followed that `process` refused. One under this member's own name opens where its key hasn't been
    /// used here; then its signature tells whether this device has sent it, and its store forgotten, or somebody else.
    func refusal(_ error: MLSError, of message: [UInt8]) -> EntryRefusal {
        guard claimedSender(of: message) == ownLeafIndex else { return EntryRefusal(error) }
        return signer(of: message) == nil ? .forged : .ownCommit
    }
}

extension EntryRefusal {
    init(_ error: MLSError) {
        self =
            switch error {
            case .wrongEpoch, .staleCommit: .epoch
            case .doesNotOpen, .secretUsedOrGone, .generationTooFar, .ownMessage: .doesNotOpen
            case .malformed, .wrongGroup, .unsupported: .malformed
            default: error.concernsThisMemberAlone ? .ownPath : .invalid
            }
    }
}
