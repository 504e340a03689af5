import Identity

/// The names of what lies in a home.
enum HomeFile {
    static let relayFolder = "relay"
    static let clientFolder = "client"

    static let lock = "lock"
    static let relayKey = "relay.key"
    static let identityKey = "identity.key"
    static let deviceKey = "device.key"
    static let lineKey = "line.key"
    /// Credential and line certificate: what the client says of itself at every login.
    static let hello = "hello"
    static let pins = "pins"

    /// What a relay keeps for others, and what SQLite puts beside it.
    static let database = "relay.sqlite"
    static let ofDatabase = [database, database + "-wal", database + "-shm", database + "-journal"]

    /// By which what is kept of rooms is sealed.
    static let storeKey = "store.key"
    /// What a client keeps of the rooms of one relay.
    static func rooms(of relay: RelayKey) -> String {
        roomsBeginning + Base64URL.text(of: Array(Fingerprint(of: relay).bytes.prefix(9))) + ".sqlite"
    }

    static let roomsBeginning = "rooms-"

    /// Those too that SQLite puts beside it; not what a crash left of making one.
    static func isOfRooms(_ name: String) -> Bool { name.hasPrefix(roomsBeginning) && !name.hasSuffix(".new") }

    static let ofRelay = [relayKey] + ofDatabase
    /// What is there only where a relay has served under its key.
    static let namingRelay = [database]
    static let ofClient = [identityKey, deviceKey, lineKey, storeKey, hello, pins]
}
