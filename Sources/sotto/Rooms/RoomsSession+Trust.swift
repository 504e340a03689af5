import Chat
import Identity

extension RoomsSession {
    func change(_ change: ContactChange) async throws(Failure) { try await perform(.contact(change)) }

    /// - Throws: ``Failure`` where nobody more can be remembered.
    func checkRoomForContact(_ identity: IdentityKey) async throws(Failure) {
        let isFull = await client.read { core in core.contacts.isFull && !core.contacts.isKnown(identity) }
        guard isFull else { return }
        throw Failure(.failed, "You know too many people.", mend: "sotto contacts --forget @name")
    }

    /// A name with its marks, outside of any room.
    func shown(_ identity: IdentityKey) async -> ShownPerson? {
        await client.read { core in
            let contact = core.contacts.all.first { $0.identity == identity }
            guard let name = core.seenName(of: identity) ?? contact?.displayName else { return nil }
            return ShownPerson(identity, name.name, among: RoomPeople(of: nil, in: core))
        }
    }
}
