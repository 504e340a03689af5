import ChatStore
import Identity
import Sodium
import Synchronization

/// The client's part of a home, owned by this process: its keys, what it says of itself, and the relays it knows.
final class ClientHome: Sendable {
    let keys: ClientKeys
    /// Credential and line certificate, stored before they are used.
    let hello: Hello

    private let part: SealedPart
    private let pins: Mutex<Pins>

    /// Locks the client's part of `home`, unlocks it, makes what is missing, and loads the rest.
    ///
    /// Keys are made in one order, and each only while nothing of what comes after it exists: so a crash between two
    /// of them is continued, and a key that somebody lost is never taken for one that was never made.
    ///
    /// - Parameters:
    ///   - name: the name to go by from now on; `nil` keeps the present one, or takes the user's at first.
    ///   - passphrase: where it comes from, if one is needed.
    ///   - report: told what was mended.
    /// - Throws: ``HomeError``. Nothing that is damaged or lost is ever replaced.
    init(
        _ home: HomeDirectory, name: DisplayName? = nil, passphrase: PassphraseSource = .nobody,
        report: (HomeNotice) -> Void = { _ in }
    ) throws(HomeError) {
        let owned = try HomePart.own(HomeFile.clientFolder, of: home, report: report)
        try owned.tidy(HomeFile.ofClient + owned.roomFiles(), report: report)
        var part = try SealedPart(owning: owned, passphrase, report: report)
        let isNew = try Self.makeMissingKeys(in: part)
        let keys = try ClientKeys(in: part)
        let pins = try PinsFile.load(from: part)
        if part.takesOpenFiles {
            if !isNew { _ = try HelloFile.load(of: keys, in: part) }
            try part.takeOver()
        }
        hello =
            if isNew {
                try HelloFile.first(of: keys, name: name ?? .standard, in: part)
            } else {
                try HelloFile.load(of: keys, named: name, in: part)
            }
        if isNew { report(.clientKeysMade(path: part.path, isWrapped: part.isWrapped)) }
        self.pins = Mutex(pins)
        self.keys = keys
        self.part = part
    }

    /// What the client of this home says of itself, also while one runs from it. Changes nothing there.
    ///
    /// - Returns: `nil` if no client has run from it yet.
    static func look(
        in home: HomeDirectory, passphrase: PassphraseSource = .nobody, report: (HomeNotice) -> Void = { _ in }
    ) throws(HomeError) -> Hello? {
        guard let part = try HomePart.look(HomeFile.clientFolder, in: home), try part.has(HomeFile.hello) else {
            return nil
        }
        let sealed = try SealedPart(lookingAt: part, passphrase, report: report)
        return try HelloFile.load(of: ClientKeys(in: sealed), in: sealed)
    }

    /// The relays that the client of this home knows, also while one runs from it. Changes nothing there.
    static func pins(
        in home: HomeDirectory, passphrase: PassphraseSource = .nobody, report: (HomeNotice) -> Void = { _ in }
    ) throws(HomeError) -> Pins {
        guard let part = try HomePart.look(HomeFile.clientFolder, in: home), try part.has(HomeFile.pins) else {
            return Pins()
        }
        return try PinsFile.load(from: SealedPart(lookingAt: part, passphrase, report: report))
    }

    /// The key that `address` had when it was pinned.
    func pinnedKey(of address: RelayAddress) -> RelayKey? {
        pins.withLock { $0[address] }
    }

    /// The one relay that this client knows; `nil` for none or several.
    var onlyRelay: RelayAddress? {
        pins.withLock { $0.count == 1 ? $0.all.first : nil }
    }

    /// Remembers `key` for `address`, durably, before it returns. Pinning the same key again does nothing.
    ///
    /// - Throws: ``HomeError/pinnedToAnotherKey``: a pin isn't changed here, whatever a relay, an invite line or a
    ///   hurried user says; ``HomeError/tooManyPins``; or why it couldn't be stored.
    func pin(_ key: RelayKey, to address: RelayAddress) throws(HomeError) {
        try changePins { (pins) throws(HomeError) in try pins.add(key, for: address) }
    }

    /// Remembers `key` in place of whatever was pinned: for a command whose user has seen both fingerprints.
    func replacePin(of address: RelayAddress, by key: RelayKey) throws(HomeError) {
        try changePins { (pins) throws(HomeError) in try pins.set(key, for: address) }
    }

    /// The relay of `key` is at `address`, and nowhere else: for whoever runs both.
    func movePin(of key: RelayKey, to address: RelayAddress) throws(HomeError) {
        try changePins { (pins) throws(HomeError) in try pins.move(key, to: address) }
    }

    /// What is kept of the rooms of one relay.
    func openRooms(at relay: RelayKey) throws(HomeError) -> ChatStore { try part.openRooms(at: relay) }

    /// Whether something is kept of the rooms of one relay.
    func hasRooms(at relay: RelayKey) throws(HomeError) -> Bool { try part.has(HomeFile.rooms(of: relay)) }

    /// All relays that this client knows, in the order of their addresses.
    var relays: [RelayAddress] { pins.withLock { $0.all } }

    /// Whether the store key is under a passphrase, as it was when this home was opened.
    var isWrapped: Bool { part.isWrapped }

    /// Puts the store key under `passphrase`, or under none. Killed at any instant, the home opens with the old one or
    /// with the new one.
    func keepKey(under passphrase: Secret?) throws(HomeError) { try part.keepKey(under: passphrase) }

    /// Changes a copy, stores it, and only then takes it for true.
    private func changePins(_ change: (inout Pins) throws(HomeError) -> Void) throws(HomeError) {
        try pins.withLock { (pins) throws(HomeError) in
            var changed = pins
            try change(&changed)
            guard changed != pins else { return }
            try PinsFile.store(changed, in: part)
            pins = changed
        }
    }

    /// - Returns: whether nothing was said with these keys yet.
    private static func makeMissingKeys(in part: borrowing SealedPart) throws(HomeError) -> Bool {
        let order: [KeyFile.Kind] = [.identity, .device, .line]
        var missing: [KeyFile.Kind] = []
        for kind in order {
            if try !part.has(kind.fileName) {
                missing.append(kind)
            } else if let lost = missing.first {
                throw .lost(path: part.path(of: lost.fileName))
            }
        }
        let isNew = try !part.has(HomeFile.hello)
        var isUsed = try part.wasUsed()
        if !isNew { isUsed = true }
        if isUsed, let lost = missing.first { throw .lost(path: part.path(of: lost.fileName)) }
        if isUsed, isNew { throw .lost(path: part.path(of: HomeFile.hello)) }
        for kind in missing { try part.makeSecret(kind) }
        return isNew
    }
}
