package import Identity
import MLS
import RelayProtocol

extension ChatCore {
    mutating func obey(_ change: ContactChange, _ step: inout ChatStep) throws(ChatStorageError) {
        let before = contacts
        contacts.apply(change, atSeconds: step.now.seconds, called: change.identity.flatMap(seenName))
        try keepContacts(since: before, &step)
        switch change {
        case .block(let identity, isUndone: false): try dropInvitations(by: identity, &step)
        // What waited may leave.
        case .decide: for id in roomIDs { try with(id, &step) { (_, _, _) in } }
        default: break
        }
    }

    /// What members of a room go by now.
    mutating func noteNames(in state: RoomState, _ step: inout ChatStep) throws(ChatStorageError) {
        let before = contacts
        let known = Set(contacts.rows.values.map(\.identity))
        for member in state.members where known.contains(member.identity) {
            contacts.note(member.credential.name, of: member.identity)
        }
        try keepContacts(since: before, &step)
    }

    mutating func loadContacts(_ transaction: any ChatTransaction) throws(ChatStorageError) {
        contacts = ContactBook(try transaction.records(Contact.self, .values, of: .contacts))
    }

    private func keepContacts(since before: ContactBook, _ step: inout ChatStep) throws(ChatStorageError) {
        for (number, contact) in contacts.rows where before.rows[number] != contact {
            try step.transaction.put(contact, at: RowKey(.values, of: .contacts, number))
        }
        for number in before.rows.keys where contacts.rows[number] == nil {
            try step.transaction.delete(RowKey(.values, of: .contacts, number))
        }
    }

    /// All who are known: contacts, members of rooms, and who asks into one.
    package var knownPeople: Set<IdentityKey> {
        var known = Set(contacts.all.flatMap { [$0.identity] + ($0.changedTo.map { [$0] } ?? []) })
        for room in rooms.values {
            known.formUnion(room.state?.identities ?? [])
            if let inviter = room.record.inviter { known.insert(inviter.identity) }
        }
        return known
    }

    /// What somebody goes by in a room where they are.
    package func seenName(of identity: IdentityKey) -> RoomName? {
        for room in rooms.values {
            guard let member = room.state?.members.first(where: { $0.identity == identity }) else { continue }
            return RoomName(member.credential.name)
        }
        return nil
    }

    /// Why nothing is sent to somebody, if so.
    package func distrust(of identity: IdentityKey) -> ChatFailure? {
        if let contact = contacts.undecided(identity), let name = contact.name, let shown = contact.changedTo {
            return .keyChanged(name, known: contact.identity, shown: shown)
        }
        return contacts.isBlocked(identity) ? .blocked : nil
    }
}

extension ContactChange {
    fileprivate var identity: IdentityKey? {
        switch self {
        case .meet(let identity, _, _), .see(let identity, _), .decide(let identity, _), .verify(let identity),
            .block(let identity, _):
            identity
        case .forget: nil
        }
    }
}

extension RowScope {
    fileprivate static let contacts = RowScope(Array("contacts".utf8))
}
