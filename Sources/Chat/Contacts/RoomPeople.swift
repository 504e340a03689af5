package import Identity
package import RelayProtocol

/// How people's names are to be read by one reader: who is verified, who only bears a contact's name, and who of a room
/// bears the name of another there.
package struct RoomPeople: Sendable {
    private let own: (identity: IdentityKey, skeleton: NameSkeleton, name: String)?
    private var known: [IdentityKey: [Contact]] = [:]
    /// Contacts by what their names look like.
    private var lookedLike: [NameSkeleton: [Contact]] = [:]
    private var members: [NameSkeleton: Set<IdentityKey>] = [:]

    /// Nobody is known.
    package init() { own = nil }

    /// - Parameter room: nothing: outside of any room.
    package init(of room: RoomID?, in core: ChatCore) {
        let credential = core.client.credential
        own = (credential.identityKey, NameSkeleton(credential.name.text), credential.name.text)
        for contact in core.contacts.all {
            known[contact.identity, default: []].append(contact)
            guard !contact.isBlocked else { continue }
            for name in Set(contact.names.map(NameSkeleton.init)) { lookedLike[name, default: []].append(contact) }
        }
        for member in room.flatMap(core.state(of:))?.members ?? [] {
            members[NameSkeleton(member.credential.name.text), default: []].insert(member.identity)
        }
    }

    package func mark(of identity: IdentityKey, named name: DisplayName) -> PersonMark {
        let skeleton = NameSkeleton(name.text)
        let isSelf = own?.identity == identity
        return PersonMark(
            isSelf: isSelf, isVerified: isVerified(identity), isBlocked: isBlocked(identity),
            atName: known[identity]?.lazy.compactMap(\.name).first,
            imitated: isSelf ? nil : imitated(by: identity, skeleton),
            needsFingerprint: !(members[skeleton] ?? []).subtracting([identity]).isEmpty)
    }

    package func isBlocked(_ identity: IdentityKey) -> Bool { known[identity]?.contains(where: \.isBlocked) ?? false }

    private func isVerified(_ identity: IdentityKey) -> Bool { known[identity]?.contains(where: \.isVerified) ?? false }

    /// Who is verified may bear the name of one who isn't: which of the two is meant, their own mark says.
    private func imitated(by identity: IdentityKey, _ skeleton: NameSkeleton) -> ImitatedName? {
        let isVerified = isVerified(identity)
        if !isVerified, let own, own.skeleton == skeleton { return .own(own.name) }
        let others = (lookedLike[skeleton] ?? []).filter { contact in
            contact.identity != identity && (contact.isVerified || !isVerified)
        }
        guard let meant = others.first(where: \.isVerified) ?? others.first else { return nil }
        return (meant.name.map { "@" + $0.text } ?? meant.displayName?.name.text).map(ImitatedName.contact)
    }
}

extension Contact {
    /// All by which a reader knows them.
    fileprivate var names: [String] {
        (name.map { [$0.text, "@" + $0.text] } ?? []) + (displayName.map { [$0.name.text] } ?? [])
    }
}
