import Chat
import Identity
import RelayProtocol

/// A person as somebody names them: an @name that is known here, a fingerprint, or of a room's members the name they go by
/// there, which is their own word.
struct PersonChoice: Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// - Throws: ``Failure`` where nobody is meant, or several.
    func member(of room: RoomID, in core: ChatCore) throws(Failure) -> IdentityKey {
        let members = core.state(of: room)?.members ?? []
        let meant = try Set(members.filter(matching(core)).map(\.identity))
        guard let first = meant.first else {
            throw Failure(.wrongUsage, "Nobody of that name is in the room.", mend: "sotto members ROOM")
        }
        guard meant.count == 1 else {
            throw Failure(
                .wrongUsage, "Several in the room go by that name.", mend: "Use the fingerprint: sotto members ROOM")
        }
        return first
    }

    private func matching(_ core: ChatCore) throws(Failure) -> (RoomMember) -> Bool {
        if text.hasPrefix("@") {
            let name = try AtName(given: text)
            let known = core.contacts[name]?.identity
            guard let known else {
                throw Failure(
                    .wrongUsage, "@\(name.text) isn't known here.", mend: "Use the fingerprint: sotto members ROOM")
            }
            return { $0.identity.isSame(as: known) }
        }
        if let fingerprint = try? Fingerprint(text) { return { Fingerprint(of: $0.identity) == fingerprint } }
        return { $0.credential.name.text == text }
    }
}

extension RoomsSession {
    func member(_ choice: String, of room: RoomID) async throws(Failure) -> IdentityKey {
        let found: Result<IdentityKey, Failure> = await client.read { core in
            do throws(Failure) { return .success(try PersonChoice(choice).member(of: room, in: core)) } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }
}
