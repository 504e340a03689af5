import Chat
import Identity
import RelayClient

extension RoomsSession {
    func identity(of name: AtName) async throws(Failure) -> IdentityKey {
        do throws(ContactError) { return try await client.identity(of: name) } catch {
            switch error {
            case .unknown:
                throw Failure(
                    .failed, "Nobody at this relay has the name @\(name.text).",
                    mend: "They take one with: sotto name @\(name.text)")
            case .keyChanged(let known, let shown):
                throw Failure(.keyChanged(name, known: known, shown: shown))
            case .tooMany:
                throw Failure(.failed, "You know too many people.", mend: "sotto contacts --forget @name")
            case .relay(.line(let error)): throw Failure(error, dialling: relay)
            case .relay(let error): throw Failure(.relay(error))
            case .storage(let error): throw Failure(error)
            }
        }
    }
}

extension AtName {
    /// A name as a person gave it, with or without its @.
    init(given text: String) throws(Failure) {
        do throws(NameError) { try self.init(text.hasPrefix("@") ? String(text.dropFirst()) : text) } catch {
            throw Failure(
                .wrongUsage, "That can't be an @name.",
                mend: "It has 1 to 32 of a to z, 0 to 9, dot, dash and underscore, and begins with a letter or digit.")
        }
    }
}
