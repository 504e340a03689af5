import Identity
import MLS
import RelayProtocol
import TLSCodec

/// What a content changes of earlier messages: edits and deletes count only from who wrote, receipts only of one's own
/// messages' readers.
struct Retelling {
    let room: LiveRoom
    let sender: IdentityKey

    func apply(_ said: Said, _ step: inout ChatStep) throws(ChatStorageError) {
        switch said {
        case .edit(let body): try edit(body, &step)
        case .delete(let target): try delete(target, &step)
        case .reaction(let body): try react(body, &step)
        case .receipt(let body): try receive(body, &step)
        case .text, .contactToken, .unknown, .malformed: break
        }
    }

    private func edit(_ body: EditBody, _ step: inout ChatStep) throws(ChatStorageError) {
        try change(body.target, by: sender, &step) { message in
            guard case .text(let old) = Said(message.content), !message.isDeleted else { return }
            guard let text = try? TextBody(text: body.text, replyTo: old.replyTo).encoded() else { return }
            message.content = MessageContent(id: body.target, kind: .text, body: text)
            message.isEdited = true
        }
    }

    private func delete(_ target: MessageID, _ step: inout ChatStep) throws(ChatStorageError) {
        try change(target, by: sender, &step) { message in
            message.content = MessageContent(id: target, kind: message.content.kind, body: [])
            message.isDeleted = true
            message.reactions = []
        }
    }

    private func react(_ body: ReactionBody, _ step: inout ChatStep) throws(ChatStorageError) {
        let reaction = Reaction(identity: sender, sign: body.sign)
        try change(body.target.id, by: body.target.author, &step) { message in
            message.reactions.removeAll { $0 == reaction }
            let ofSender = message.reactions.count { $0.identity == sender }
            guard body.isSet, !message.isDeleted, ofSender < ChatLimits.reactionsOfOneMax,
                message.reactions.count < ChatLimits.reactionsMax
            else { return }
            message.reactions.append(reaction)
        }
    }

    private func receive(_ body: ReceiptBody, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let group = room.group, let own = room.state?.member(at: group.ownLeafIndex)?.identity else { return }
        for target in body.messages {
            try change(target, by: own, &step) { message in
                let receipt = Receipt(identity: sender, kind: body.kind)
                guard !message.receipts.contains(receipt) else { return }
                message.receipts.append(receipt)
            }
        }
    }

    /// Changes a message of somebody's, if it is there.
    private func change(
        _ id: MessageID, by author: IdentityKey, _ step: inout ChatStep, _ body: (inout TimelineMessage) -> Void
    ) throws(ChatStorageError) {
        let key = RowKey.message(id, by: author, in: room.row)
        guard let number = try step.transaction.record(EntryNumber.self, key) else { return }
        let place = RowKey(.timeline, of: room.row.scope, number.rawValue)
        guard var row = try step.transaction.record(TimelineRow.self, place), case .message(var message) = row.event
        else { return }
        let before = message
        body(&message)
        guard message != before else { return }
        row.event = .message(message)
        try step.transaction.put(row, at: place)
        step.tell(.changed(room.record.id, number))
    }
}
