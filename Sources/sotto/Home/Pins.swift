import Identity

/// The relays that a client has met: for each address, the key that must answer there.
struct Pins: Equatable, Sendable {
    /// Addresses with their keys, by `HOST:PORT`, of which there is one spelling each.
    private var known: [String: RelayAddress] = [:]
    private let countMax: Int

    init(countMax: Int = HomeLimits.pinCountMax) { self.countMax = countMax }

    var count: Int { known.count }

    /// In the order of their addresses.
    var all: [RelayAddress] { known.sorted { $0.key < $1.key }.map(\.value) }

    /// The key pinned for the place that `address` names, whatever key `address` itself bears.
    subscript(address: RelayAddress) -> RelayKey? { known[address.hostAndPort]?.relayKey }

    /// - Throws: ``HomeError/pinnedToAnotherKey`` or ``HomeError/tooManyPins``; nothing has changed then.
    mutating func add(_ key: RelayKey, for address: RelayAddress) throws(HomeError) {
        if let pinned = self[address] {
            guard pinned.isSame(as: key) else { throw .pinnedToAnotherKey }
        } else {
            try set(key, for: address)
        }
    }

    /// Also in place of another key.
    ///
    /// - Throws: ``HomeError/tooManyPins``; nothing has changed then.
    mutating func set(_ key: RelayKey, for address: RelayAddress) throws(HomeError) {
        guard self[address] != nil || count < countMax else { throw .tooManyPins }
        known[address.hostAndPort] = address.pinned(to: key)
    }

    /// To this address, and from all others that it was pinned for.
    ///
    /// - Throws: ``HomeError/tooManyPins``; nothing has changed then.
    mutating func move(_ key: RelayKey, to address: RelayAddress) throws(HomeError) {
        var moved = self
        moved.known = known.filter { $0.value.relayKey?.isSame(as: key) != true }
        try moved.set(key, for: address)
        self = moved
    }
}
