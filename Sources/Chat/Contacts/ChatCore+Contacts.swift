package import Identity
import RelayProtocol
import TLSCodec

// Contacts of one relay: an @name, and the identity key that it was when it was first asked for.
extension ChatCore {
    package func contact(_ name: AtName) throws(ChatStorageError) -> IdentityKey? {
        let row = try storage.transaction { (transaction) throws(ChatStorageError) in
            try transaction.record(ListedIdentity.self, .contact(name))
        }
        return row?.key
    }

    /// Remembers whom a name means; who is remembered for it stays.
    func pin(_ identity: IdentityKey, to name: AtName) throws(ChatStorageError) {
        try storage.transaction { (transaction) throws(ChatStorageError) in
            guard try transaction.row(.contact(name)) == nil else { return }
            try transaction.put(ListedIdentity(identity), at: .contact(name))
        }
    }
}

extension RowKey {
    fileprivate static func contact(_ name: AtName) -> RowKey {
        RowKey(.values, of: RowScope(Array("contact \(name.text)".utf8)))
    }
}
