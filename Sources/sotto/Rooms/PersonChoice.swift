import Chat
import Identity
import RelayProtocol

/// A person as somebody names them: a fingerprint, or of a room's members the name they go by there.
struct PersonChoice: Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// - Throws: ``Failure`` where nobody is meant, or several.
    func member(of room: RoomID, in core: ChatCore) throws(Failure) -> IdentityKey {
        let members = core.state(of: room)?.members ?? []
        let fingerprint = try? Fingerprint(text)
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        let meant = Set(
            members.filter { member in
                fingerprint.map { $0 == Fingerprint(of: member.identity) } ?? (member.credential.name.text == name)
            }.map(\.identity))
        guard let first = meant.first else {
            throw Failure(.wrongUsage, "Nobody of that name is in the room.", mend: "sotto members ROOM")
        }
        guard meant.count == 1 else {
            throw Failure(
                .wrongUsage, "Several in the room go by that name.", mend: "Use the fingerprint: sotto members ROOM")
        }
        return first
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
