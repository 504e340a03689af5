package import RelayProtocol

/// What one line has proven about one room.
package struct RoomAccess: Hashable, Sendable {
    /// The newest last.
    package private(set) var openings: [Opening] = []
    private var link: LinkKey?

    package init() {}

    /// An epoch was proven. Beyond ``RelayProtocolLimits/openingsPerRoomMax`` the oldest counts no more.
    package mutating func open(_ opening: Opening) {
        link = nil
        openings.removeAll { $0 == opening }
        openings.append(opening)
        if openings.count > RelayProtocolLimits.openingsPerRoomMax { openings.removeFirst() }
    }

    /// A link was proven: until an epoch is, this line appends as its holder.
    package mutating func open(by link: LinkKey) { self.link = link }

    /// As what this line asks: what it has proven last.
    package var access: Access {
        if let link { return .link(link) }
        return openings.isEmpty ? .none : .member(openings)
    }
}
