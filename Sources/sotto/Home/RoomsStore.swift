import ChatStore
import Identity
import Sodium

/// Opens what a client keeps of the rooms of one relay.
enum RoomsStore {
    private static let keyFileByteCountMax = 4_096

    /// Makes the file, and the key by which it is sealed, where there is none yet. A key that was lost isn't taken for
    /// one that was never made, where the rooms of this relay are there.
    static func open(at relay: RelayKey, in part: borrowing HomePart) throws(HomeError) -> ChatStore {
        let name = HomeFile.rooms(of: relay)
        let isThere = try part.has(name)
        if try !part.has(HomeFile.storeKey) {
            guard !isThere else { throw .lost(path: part.path(of: HomeFile.storeKey)) }
            try part.createSecret(HomeFile.storeKey, StoreKeyFile.bytes(of: StoreKey()))
        }
        if !isThere { try part.create(name, with: []) }
        let key = try key(in: part)
        do throws(ChatStoreError) { return try ChatStore(path: part.path(of: name), key: key) } catch {
            throw HomeError(error, at: part.path(of: name))
        }
    }

    private static func key(in part: borrowing HomePart) throws(HomeError) -> StoreKey {
        let path = part.path(of: HomeFile.storeKey)
        let file = try part.readSecret(HomeFile.storeKey, byteCountMax: keyFileByteCountMax)
        do throws(StoreKeyError) {
            return try file.withBytes { (bytes) throws(StoreKeyError) in
                try StoreKeyFile.key(in: bytes, passphrase: nil)
            }
        } catch { throw .damaged(path: path) }
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
