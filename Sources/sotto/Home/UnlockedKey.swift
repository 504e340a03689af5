import ChatStore
import Sodium

/// A home's store key, as it was found: in the open, or under a passphrase that somebody gave.
final class UnlockedKey: Sendable {
    let key: StoreKey
    let isWrapped: Bool

    private init(_ key: consuming StoreKey, isWrapped: Bool) {
        self.key = key
        self.isWrapped = isWrapped
    }

    /// - Throws: ``HomeError/wontOpen(path:)`` for a wrong passphrase, and for what looks like one.
    static func unlock(
        in part: borrowing HomePart, _ source: PassphraseSource, report: (HomeNotice) -> Void
    ) throws(HomeError) -> UnlockedKey {
        let path = part.path(of: HomeFile.storeKey)
        let file = try part.readSecret(HomeFile.storeKey, byteCountMax: HomeLimits.storeKeyFileByteCountMax)
        guard file.withBytes({ StoreKeyFile.needsPassphrase($0) }) == true else {
            if case .file = source { report(.passphraseNotNeeded(path: part.path)) }
            return UnlockedKey(try open(file, nil, at: path), isWrapped: false)
        }
        for attempt in 1...source.attemptsMax {
            let passphrase = try source.passphrase(for: part.path, report: report)
            do throws(HomeError) {
                return UnlockedKey(try open(file, passphrase, at: path), isWrapped: true)
            } catch {
                guard case .wontOpen = error, attempt < source.attemptsMax else { throw error }
                report(.wrongPassphrase)
            }
        }
        throw .wontOpen(path: path)
    }

    /// Never in the place of another.
    static func make(under passphrase: Secret?, in part: borrowing HomePart) throws(HomeError) {
        let made = UnlockedKey(StoreKey(), isWrapped: passphrase != nil)
        try part.createSecret(HomeFile.storeKey, made.file(under: passphrase))
    }

    /// The key's file.
    func file(under passphrase: Secret?) throws(HomeError) -> SecretBytes {
        guard let passphrase else { return StoreKeyFile.bytes(of: key) }
        do throws(StoreKeyError) {
            return SecretBytes(
                copying: try passphrase.withBytes { (passphrase) throws(StoreKeyError) in
                    try StoreKeyFile.bytes(of: key, under: passphrase)
                })
        } catch { throw .outOfMemory }
    }

    private static func open(
        _ file: borrowing SecretBytes, _ passphrase: Secret?, at path: String
    ) throws(HomeError) -> StoreKey {
        do throws(StoreKeyError) {
            return try file.withBytes { (file) throws(StoreKeyError) in
                guard let passphrase else { return try StoreKeyFile.key(in: file, passphrase: nil) }
                return try passphrase.withBytes { (passphrase) throws(StoreKeyError) in
                    try StoreKeyFile.key(in: file, passphrase: passphrase)
                }
            }
        } catch {
            switch error {
            case .newerVersion: throw .ofNewerVersion(path: path)
            case .outOfMemory: throw .outOfMemory
            case .needsPassphrase: throw .needsPassphrase(path: path)
            // Nobody who has the file alone should learn which of them it is.
            case .wrongPassphrase: throw .wontOpen(path: path)
            case .damaged: throw passphrase == nil ? .damaged(path: path) : .wontOpen(path: path)
            }
        }
    }
}
