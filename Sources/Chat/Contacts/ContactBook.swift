package import Identity
import RelayProtocol

/// All contacts at one relay, by the number of their row.
package struct ContactBook: Sendable {
    private(set) var rows: [UInt64: Contact] = [:]

    package init() {}

    init(_ rows: [(number: UInt64, record: Contact)]) {
        for (number, contact) in rows { self.rows[number] = contact }
    }

    /// In the order in which they were made.
    package var all: [Contact] { rows.sorted { $0.key < $1.key }.map(\.value) }

    package var isFull: Bool { rows.count >= ChatLimits.contactsMax }

    package subscript(name: AtName) -> Contact? { rows.values.first { $0.name == name } }

    package func isKnown(_ identity: IdentityKey) -> Bool { has(identity) { _ in true } }

    /// Somebody has compared this key, and no other was seen in its place since.
    package func isVerified(_ identity: IdentityKey) -> Bool { has(identity, where: \.isVerified) }

    package func isBlocked(_ identity: IdentityKey) -> Bool { has(identity, where: \.isBlocked) }

    /// The contact that stands between its old key and a new one, either of which is `identity`.
    package func undecided(_ identity: IdentityKey) -> Contact? {
        rows.values.first { contact in
            guard let changedTo = contact.changedTo else { return false }
            return contact.identity == identity || changedTo == identity
        }
    }

    private func has(_ identity: IdentityKey, where holds: (Contact) -> Bool) -> Bool {
        rows.values.contains { $0.identity == identity && holds($0) }
    }

    /// - Parameter called: what somebody goes by who isn't known yet.
    mutating func apply(_ change: ContactChange, atSeconds now: UInt64, called: RoomName?) {
        switch change {
        case .meet(let identity, let name, let shown): meet(identity, name, shown.map(RoomName.init) ?? called, now)
        case .see(let identity, let name):
            update {
                $0.name == name && $0.identity != identity
            } with: { contact in
                contact.changedTo = identity
                contact.isVerified = false
            }
        case .decide(let identity, let name):
            update {
                $0.name == name && ($0.identity == identity || $0.changedTo == identity)
            } with: { contact in
                if contact.identity != identity { contact.displayName = called }
                (contact.identity, contact.changedTo) = (identity, nil)
            }
        case .verify(let identity): mark(identity, called, now) { $0.isVerified = $0.changedTo == nil }
        case .block(let identity, let isUndone): mark(identity, called, now) { $0.isBlocked = !isUndone }
        case .forget(let name): rows = rows.filter { $0.value.name != name }
        }
    }

    /// Somebody goes by this name now.
    mutating func note(_ name: DisplayName, of identity: IdentityKey) {
        update {
            $0.identity == identity
        } with: {
            $0.displayName = RoomName(name)
        }
    }

    private mutating func meet(_ identity: IdentityKey, _ name: AtName, _ shown: RoomName?, _ now: UInt64) {
        guard self[name] == nil, !isFull else { return }
        var contact = Contact(identity, name: name, displayName: shown, madeAtSeconds: now)
        contact.isVerified = isVerified(identity)
        contact.isBlocked = isBlocked(identity)
        // Until now they were known by their key alone.
        let nameless = rows.first { $0.value.identity == identity && $0.value.name == nil }
        rows[nameless?.key ?? nextNumber] = contact
    }

    private mutating func mark(
        _ identity: IdentityKey, _ called: RoomName?, _ now: UInt64, _ body: (inout Contact) -> Void
    ) {
        if !isKnown(identity), !isFull {
            rows[nextNumber] = Contact(identity, name: nil, displayName: called, madeAtSeconds: now)
        }
        update {
            $0.identity == identity
        } with: {
            body(&$0)
        }
    }

    private mutating func update(_ isMeant: (Contact) -> Bool, with body: (inout Contact) -> Void) {
        for (number, contact) in rows where isMeant(contact) {
            var changed = contact
            body(&changed)
            rows[number] = changed
        }
    }

    private var nextNumber: UInt64 { (rows.keys.max() ?? 0) + 1 }
}
