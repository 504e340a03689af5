import MLS
import RelayProtocol

/// A commit's MLSMessage as an entry carries it, and the link by which it says that it came, of one that joins.
struct OpenedCommit {
    let link: LinkKey?
    /// Nothing where the entry isn't one, or doesn't open: the same for all members.
    let message: [UInt8]?

    init(_ entry: Entry, in group: Group, of room: RoomID) {
        switch try? EntryBody(entry.body) {
        case .message(let bytes): (link, message) = (nil, bytes)
        case .joining(let link, let sealed):
            self.link = link
            message = try? JoiningCommit.open(sealed, link: link, in: group, of: room)
        case .creation, nil: (link, message) = (nil, nil)
        }
    }
}
