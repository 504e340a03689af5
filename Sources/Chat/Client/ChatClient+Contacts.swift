package import Identity
import RelayClient
import RelayProtocol

extension ChatClient {
    /// Whom an @name means. The first time it is the relay's word, and remembered; from then on nobody else is meant.
    ///
    /// - Throws: ``ContactError/keyChanged(known:shown:)`` where the relay says otherwise now.
    package func identity(of name: AtName) async throws(ContactError) -> IdentityKey {
        let shown: IdentityKey
        do throws(RelayClientError) { shown = try await line.lookUp(.name(name)).identity } catch {
            throw error == .refused(.unknown, detail: 0) ? .unknown : .relay(error)
        }
        guard let known = try remembered(name, orElse: shown) else { return shown }
        guard known.isSame(as: shown) else { throw .keyChanged(known: known, shown: shown) }
        return known
    }

    /// - Returns: nothing where nobody was, and `shown` is now.
    private func remembered(_ name: AtName, orElse shown: IdentityKey) throws(ContactError) -> IdentityKey? {
        do throws(ChatStorageError) {
            return try read { core throws(ChatStorageError) in
                if let known = try core.contact(name) { return known }
                try core.pin(shown, to: name)
                return nil
            }
        } catch { throw .storage(error) }
    }
}
