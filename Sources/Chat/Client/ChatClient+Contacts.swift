package import Identity
import RelayClient
import RelayProtocol

extension ChatClient {
    /// Whom an @name means. The first time it is the relay's word, and remembered; from then on nobody else is meant.
    /// Without a line it is who is known, as far as anybody can tell.
    ///
    /// - Throws: ``ContactError/keyChanged(known:shown:)`` where the relay says otherwise now, or did since it was last
    ///   decided: that is remembered too.
    package func identity(of name: AtName) async throws(ContactError) -> IdentityKey {
        if let known = read({ $0.contacts[name] }) {
            if let shown = known.changedTo { throw .keyChanged(known: known.identity, shown: shown) }
            guard isOnline else { return known.identity }
        }
        let found: Found
        do throws(RelayClientError) { found = try await line.lookUp(.name(name)) } catch {
            // A name that was given up means nobody else by that.
            if let known = read({ $0.contacts[name] }), error == .refused(.unknown, detail: 0) || !error.isRefusal {
                return known.identity
            }
            throw error == .refused(.unknown, detail: 0) ? .unknown : .relay(error)
        }
        return try compare(found, with: name)
    }

    private func compare(_ found: Found, with name: AtName) throws(ContactError) -> IdentityKey {
        let shown = found.identity
        guard let known = read({ $0.contacts[name] }) else {
            if read({ $0.contacts.isFull && !$0.contacts.isKnown(shown) }) { throw .tooMany }
            try change(.meet(shown, as: name, called: found.displayName))
            return shown
        }
        guard !known.identity.isSame(as: shown) else { return shown }
        try change(.see(shown, as: name))
        throw .keyChanged(known: known.identity, shown: shown)
    }

    private func change(_ change: ContactChange) throws(ContactError) {
        do throws(ChatStorageError) { try perform(.contact(change)) } catch { throw .storage(error) }
    }
}

extension RelayClientError {
    fileprivate var isRefusal: Bool {
        if case .refused = self { true } else { false }
    }
}

extension Found {
    /// What they go by on one of their devices, if a credential that their own key signed says so.
    fileprivate var displayName: DisplayName? {
        for device in devices {
            guard let unverified = try? UnverifiedCredential(device.bytes), let credential = try? unverified.verified(),
                credential.identityKey.isSame(as: identity)
            else { continue }
            return credential.name
        }
        return nil
    }
}
