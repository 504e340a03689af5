package import Identity
package import RelayProtocol
package import TLSCodec

/// A change of a room's settings: one field of them, so that two of different fields don't undo each other.
package enum RoomChange: Hashable, Sendable, TLSCodable {
    case name(RoomName)
    case timer(seconds: UInt32)
    case flags(RoomFlags)
    case makeAdmin(IdentityKey)
    case unmakeAdmin(IdentityKey)
    case unban(IdentityKey)
    case makeLink(RoomLink)
    case endLink(LinkKey)

    private enum Form: UInt8, TLSNumber {
        case name = 1
        case timer = 2
        case flags = 3
        case makeAdmin = 4
        case unmakeAdmin = 5
        case unban = 6
        case makeLink = 7
        case endLink = 8
    }

    package init(from reader: inout Reader) throws(CodecError) {
        switch try Form(from: &reader) {
        case .name: self = .name(try RoomName(from: &reader))
        case .timer: self = .timer(seconds: try reader.integer())
        case .flags: self = .flags(try RoomFlags(from: &reader))
        case .makeAdmin: self = .makeAdmin(try ListedIdentity(from: &reader).key)
        case .unmakeAdmin: self = .unmakeAdmin(try ListedIdentity(from: &reader).key)
        case .unban: self = .unban(try ListedIdentity(from: &reader).key)
        case .makeLink: self = .makeLink(try RoomLink(from: &reader))
        case .endLink: self = .endLink(try LinkKey(from: &reader))
        }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .name(let name): try write(.name, name, &writer)
        case .timer(let seconds):
            writer.integer(Form.timer.rawValue)
            writer.integer(seconds)
        case .flags(let flags): try write(.flags, flags, &writer)
        case .makeAdmin(let key): try write(.makeAdmin, ListedIdentity(key), &writer)
        case .unmakeAdmin(let key): try write(.unmakeAdmin, ListedIdentity(key), &writer)
        case .unban(let key): try write(.unban, ListedIdentity(key), &writer)
        case .makeLink(let link): try write(.makeLink, link, &writer)
        case .endLink(let key): try write(.endLink, key, &writer)
        }
    }

    private func write(_ form: Form, _ value: some TLSCodable, _ writer: inout Writer) throws(CodecError) {
        writer.integer(form.rawValue)
        try value.encode(into: &writer)
    }

    /// The settings with this change; the same where it is made already.
    package func applied(to settings: RoomSettings) -> RoomSettings {
        var changed = settings
        switch self {
        case .name(let name): changed.name = name
        case .timer(let seconds): changed.timerSeconds = seconds
        case .flags(let flags): changed.flags = flags
        case .makeAdmin(let key): if !changed.admins.contains(key) { changed.admins.append(key) }
        case .unmakeAdmin(let key): changed.admins.removeAll { $0 == key }
        case .unban(let key): changed.bans.removeAll { $0 == key }
        case .makeLink(let link):
            if !changed.links.contains(where: { $0.key == link.key }) { changed.links.append(link) }
        case .endLink(let key): changed.links.removeAll { $0.key == key }
        }
        return changed
    }
}
