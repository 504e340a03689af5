import Chat
import Identity
import RelayProtocol

/// A person as somebody names them outside of any room: `@name`, or a fingerprint.
enum PersonAddress: Sendable {
    case name(AtName)
    case fingerprint(Fingerprint)

    /// Nothing for words that aren't a person's address.
    init?(_ text: String) throws(Failure) {
        if text.hasPrefix("@") {
            self = .name(try AtName(given: text))
        } else if let fingerprint = try? Fingerprint(text) {
            self = .fingerprint(fingerprint)
        } else {
            return nil
        }
    }

    init(given text: String) throws(Failure) {
        guard let address = try PersonAddress(text) else {
            throw Failure(
                .wrongUsage, "That is nobody's address.", mend: "Say @name, or a fingerprint of 64 hex digits.")
        }
        self = address
    }

    /// Whom it means by what is kept here, without the relay.
    func known(in core: ChatCore) -> IdentityKey? {
        switch self {
        case .name(let name): core.contacts[name]?.identity
        case .fingerprint(let fingerprint): core.knownPeople.first { Fingerprint(of: $0) == fingerprint }
        }
    }

    var unknown: Failure {
        switch self {
        case .name(let name):
            Failure(
                .wrongUsage, "@\(name.text) isn't known here.",
                mend: "Ask the relay: sotto contacts --add @\(name.text)")
        case .fingerprint:
            Failure(
                .wrongUsage, "Nobody of that fingerprint is known here.", mend: "sotto contacts, sotto members ROOM")
        }
    }
}

extension RoomsSession {
    /// Whom somebody means, by what is kept here.
    func known(_ address: PersonAddress) async throws(Failure) -> IdentityKey {
        let known = await client.read { core in address.known(in: core) }
        guard let known else { throw address.unknown }
        return known
    }

    /// Whom somebody means: of an @name the relay is asked, and what it says is compared with what is known.
    func person(_ address: PersonAddress) async throws(Failure) -> IdentityKey {
        if case .name(let name) = address { return try await identity(of: name) }
        return try await known(address)
    }
}
