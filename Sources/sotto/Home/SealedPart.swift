import ChatStore
import Identity
import Sodium

/// The client's part of a home, unlocked: its files are sealed under the store key, each for its name, and come out
/// opened.
///
/// A home of before that time has them in the open. They are taken as long as the identity key lies so, and as the store
/// key isn't under a passphrase: so that nobody slips an open file among sealed ones. ``takeOver()`` seals them, the
/// identity key last.
struct SealedPart: ~Copyable, Sendable {
    private let part: HomePart
    /// Nothing where there is none yet, for who merely looks.
    private let unlocked: UnlockedKey?
    private(set) var takesOpenFiles: Bool

    private static let inOrderOfTakingOver = [
        HomeFile.pins, HomeFile.hello, HomeFile.lineKey, HomeFile.deviceKey, HomeFile.identityKey,
    ]

    /// Makes the store key where nothing was sealed yet.
    init(
        owning part: consuming HomePart, _ passphrase: PassphraseSource, report: (HomeNotice) -> Void
    ) throws(HomeError) {
        if try !part.has(HomeFile.storeKey) {
            guard try !Self.hasSealedFiles(part) else { throw .lost(path: part.path(of: HomeFile.storeKey)) }
            try UnlockedKey.make(under: passphrase.passphraseOfNewHome(report: report), in: part)
        }
        let isOpen = try Self.isOpen(HomeFile.identityKey, in: part)
        let unlocked = try UnlockedKey.unlock(in: part, passphrase, report: report)
        takesOpenFiles = isOpen && !unlocked.isWrapped
        self.unlocked = unlocked
        self.part = part
    }

    /// Beside an owner perhaps; changes nothing.
    init(
        lookingAt part: consuming HomePart, _ passphrase: PassphraseSource, report: (HomeNotice) -> Void
    ) throws(HomeError) {
        let isOpen = try Self.isOpen(HomeFile.identityKey, in: part)
        var unlocked: UnlockedKey?
        if try part.has(HomeFile.storeKey) {
            unlocked = try UnlockedKey.unlock(in: part, passphrase, report: report)
        }
        takesOpenFiles = isOpen && unlocked?.isWrapped != true
        self.unlocked = unlocked
        self.part = part
    }

    var path: String { part.path }

    /// Whether a passphrase opened it.
    var isWrapped: Bool { unlocked?.isWrapped ?? false }

    /// Whether something is there that comes only after the first hello.
    func wasUsed() throws(HomeError) -> Bool {
        if try part.has(HomeFile.pins) { return true }
        return try !part.roomFiles().isEmpty
    }

    func path(of name: String) -> String { part.path(of: name) }

    func has(_ name: String) throws(HomeError) -> Bool { try part.has(name) }

    /// - Returns: `nil` if there is no such file.
    func read(_ name: String, byteCountMax: Int) throws(HomeError) -> SecretBytes? {
        guard try part.has(name) else { return nil }
        let file = try part.readSecret(name, byteCountMax: byteCountMax + SealedFile.overheadByteCount)
        switch file.withBytes({ SealedFile.form(of: $0) }) {
        case .newerVersion: throw .ofNewerVersion(path: path(of: name))
        case .sealed:
            let key = try present()
            if let opened = file.withBytes({ SealedFile.open($0, as: name, under: key.key) }) { return opened }
        case .other: if takesOpenFiles, file.byteCount <= byteCountMax { return file }
        }
        throw .damaged(path: path(of: name))
    }

    /// Durably, all or nothing.
    func replace(_ name: String, with bytes: Span<UInt8>) throws(HomeError) {
        try part.replace(name, with: sealed(bytes, name))
    }

    func makeSecret(_ kind: KeyFile.Kind) throws(HomeError) {
        let secret = SecretBytes.random(byteCount: KeyFile.secretByteCount)
        let file = secret.withBytes { KeyFile.encode(kind, $0) }
        let made = try file.withBytes { (file) throws(HomeError) in try sealed(file, kind.fileName) }
        try part.create(kind.fileName, with: made)
    }

    /// Lends `body` the secret of `kind`.
    ///
    /// - Throws: ``HomeError/lost(path:)`` if there is none; ``HomeError/damaged(path:)`` if it isn't whole. It is left
    ///   as it is.
    func withSecret<Key>(
        _ kind: KeyFile.Kind, _ body: (Span<UInt8>) throws(SodiumError) -> Key
    ) throws(HomeError) -> Key {
        guard let file = try read(kind.fileName, byteCountMax: KeyFile.byteCount) else {
            throw .lost(path: path(of: kind.fileName))
        }
        do throws(SodiumError) {
            let key = try file.withBytes { (file) throws(SodiumError) in
                try KeyFile.withSecret(kind, in: file, body)
            }
            if let key { return key }
        } catch {}
        throw .damaged(path: path(of: kind.fileName))
    }

    /// Seals what lies in the open, and overwrites what lay so. Whoever calls has seen that all of it is whole. Killed
    /// anywhere, it is gone on with at the next start.
    mutating func takeOver() throws(HomeError) {
        for name in Self.inOrderOfTakingOver {
            guard try Self.isOpen(name, in: part) else { continue }
            let file = try part.readSecret(name, byteCountMax: HomeLimits.pinsFileByteCountMax)
            let made = try file.withBytes { (file) throws(HomeError) in try sealed(file, name) }
            try part.replaceErasing(name, with: made.span)
        }
        takesOpenFiles = false
    }

    /// The store key under another passphrase, or under none. Killed at any instant, the home opens with the old one or
    /// with the new one; when this returns the old file is overwritten.
    func keepKey(under passphrase: Secret?) throws(HomeError) {
        let file = try present().file(under: passphrase)
        try file.withBytes { (file) throws(HomeError) in try part.replaceErasing(HomeFile.storeKey, with: file) }
    }

    /// What is kept of the rooms of one relay; the file is made where there is none.
    func openRooms(at relay: RelayKey) throws(HomeError) -> ChatStore {
        let (name, key) = (HomeFile.rooms(of: relay), try present())
        if try !part.has(name) { try part.create(name, with: []) }
        do throws(ChatStoreError) { return try ChatStore(path: path(of: name), key: key.key) } catch {
            throw HomeError(error, at: path(of: name))
        }
    }

    private func present() throws(HomeError) -> UnlockedKey {
        guard let unlocked else { throw .lost(path: path(of: HomeFile.storeKey)) }
        return unlocked
    }

    private func sealed(_ bytes: Span<UInt8>, _ name: String) throws(HomeError) -> [UInt8] {
        SealedFile.seal(bytes, as: name, under: try present().key)
    }

    private static func isOpen(_ name: String, in part: borrowing HomePart) throws(HomeError) -> Bool {
        guard try part.has(name) else { return false }
        let file = try part.readSecret(
            name, byteCountMax: HomeLimits.pinsFileByteCountMax + SealedFile.overheadByteCount)
        return file.withBytes { SealedFile.form(of: $0) == .other }
    }

    /// Whether there is what nothing but the store key opens: a key that was lost isn't one that was never made.
    private static func hasSealedFiles(_ part: borrowing HomePart) throws(HomeError) -> Bool {
        if try !part.roomFiles().isEmpty { return true }
        for name in inOrderOfTakingOver {
            guard try part.has(name) else { continue }
            if try !isOpen(name, in: part) { return true }
        }
        return false
    }
}

extension HomeError {
    fileprivate init(_ error: ChatStoreError, at path: String) {
        self =
            switch error {
            case .newerVersion: .ofNewerVersion(path: path)
            case .notAStore, .wrongKey, .damaged: .damaged(path: path)
            case .unavailable: .unopened(path: path)
            }
    }
}
