import Identity
import Sodium

/// The relay's part of a home, owned by this process: `relay.key`, made on first use.
final class RelayHome: Sendable {
    /// The Noise static key. It lies in locked memory.
    let key: X25519.SecretKey

    /// What every invite line names and clients pin.
    var publicKey: RelayKey { RelayKey(key.publicKey) }

    private let part: HomePart

    /// Locks the relay's part of `home`, makes what is missing, and loads the key.
    ///
    /// - Parameter report: told what was mended.
    /// - Throws: ``HomeError``. A damaged or lost key is never replaced: clients would take the new one for an attack,
    ///   and what is kept in rooms names the old one.
    init(_ home: HomeDirectory, report: (HomeNotice) -> Void = { _ in }) throws(HomeError) {
        let part = try HomePart.own(HomeFile.relayFolder, of: home, report: report)
        try part.tidy(HomeFile.ofRelay, report: report)
        if try !part.has(HomeFile.relayKey) {
            for name in HomeFile.namingRelay where try part.has(name) {
                throw .lost(path: part.path(of: HomeFile.relayKey))
            }
            try part.makeSecret(.relay)
            report(.keysMade(path: part.path))
        }
        key = try Self.load(part)
        self.part = part
    }

    /// The path of the relay's database, a file that only its owner may open: SQLite gives the files that it puts
    /// beside it the same permissions.
    func makeDatabaseFile() throws(HomeError) -> String {
        if try !part.has(HomeFile.database) { try part.create(HomeFile.database, with: []) }
        return part.path(of: HomeFile.database)
    }

    /// The relay's public key, also while a relay runs from this home. Changes nothing there.
    ///
    /// - Returns: `nil` if no relay has run from it yet.
    static func look(in home: HomeDirectory) throws(HomeError) -> RelayKey? {
        guard let part = try HomePart.look(HomeFile.relayFolder, in: home) else { return nil }
        guard try part.has(HomeFile.relayKey) else { return nil }
        return RelayKey(try load(part).publicKey)
    }

    private static func load(_ part: borrowing HomePart) throws(HomeError) -> X25519.SecretKey {
        try part.withSecret(.relay) { (secret) throws(SodiumError) in
            try X25519.SecretKey(copying: secret, in: .slab)
        }
    }
}
