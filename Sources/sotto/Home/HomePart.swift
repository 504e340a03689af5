import Sodium

/// The relay's or the client's part of a home: a folder, and reading and writing in it with errors that name the file.
///
/// Owning it means holding its lock: keys are made, and anything is written, by an owner alone. Each part has a lock
/// of its own and shares no file with the other (``HomeDirectory/relayPath``).
struct HomePart: ~Copyable, Sendable {
    let path: String
    private let folder: Folder
    private let lock: ExclusiveLock?

    init(_ folder: consuming Folder, lock: consuming ExclusiveLock?, at path: String) {
        self.folder = folder
        self.lock = lock
        self.path = path
    }

    func path(of name: String) -> String { path + "/" + name }

    func has(_ name: String) throws(HomeError) -> Bool {
        do throws(FileError) { return try folder.has(name) } catch { throw wrap(error, name, .reading) }
    }

    /// Makes good what happened to `names` while nobody owned this: leftovers of a crash are removed, others' rights
    /// taken away.
    func tidy(_ names: [String], report: (HomeNotice) -> Void) throws(HomeError) {
        for name in names {
            do throws(FileError) {
                try folder.removeLeftover(of: name)
                try folder.eraseLeftover(of: name)
                guard try folder.has(name) else { continue }
                if let before = try folder.closeToOthers(name) {
                    report(.closedToOthers(path: path(of: name), before: before))
                }
            } catch {
                throw wrap(error, name, .writing)
            }
        }
    }

    /// - Returns: `nil` if there is no such file.
    func read(_ name: String, byteCountMax: Int) throws(HomeError) -> [UInt8]? {
        do throws(FileError) {
            return try folder.read(name, byteCountMax: byteCountMax)
        } catch .missing {
            return nil
        } catch {
            throw wrap(error, name, .reading)
        }
    }

    /// Durably, all or nothing.
    func replace(_ name: String, with bytes: [UInt8]) throws(HomeError) {
        do throws(FileError) { try folder.replace(name, with: bytes.span) } catch { throw wrap(error, name, .writing) }
    }

    /// As ``replace(_:with:)``; and what stood there is overwritten, for it was a secret.
    func replaceErasing(_ name: String, with bytes: Span<UInt8>) throws(HomeError) {
        do throws(FileError) { try folder.replaceErasing(name, with: bytes) } catch {
            throw wrap(error, name, .writing)
        }
    }

    /// What is kept of rooms, and what SQLite has put beside it.
    func roomFiles() throws(HomeError) -> [String] {
        do throws(FileError) { return try folder.names().filter(HomeFile.isOfRooms).sorted() } catch {
            throw HomeError(error, at: path, .reading)
        }
    }

    /// Durably, all or nothing, and never in the place of something.
    func create(_ name: String, with bytes: [UInt8]) throws(HomeError) {
        do throws(FileError) { try folder.create(name, with: bytes.span) } catch { throw wrap(error, name, .writing) }
    }

    /// Lends `body` the secret in the key file of `kind`.
    ///
    /// - Throws: ``HomeError/lost(path:)`` if there is none; ``HomeError/damaged(path:)`` if it isn't whole. It is left
    ///   as it is.
    func withSecret<Key>(
        _ kind: KeyFile.Kind, _ body: (Span<UInt8>) throws(SodiumError) -> Key
    ) throws(HomeError) -> Key {
        let found = try readSecret(kind)
        do throws(SodiumError) {
            let key = try found.withBytes { (file) throws(SodiumError) in
                try KeyFile.withSecret(kind, in: file, body)
            }
            if let key { return key }
        } catch {}
        throw .damaged(path: path(of: kind.fileName))
    }

    /// Writes a key file of a new random secret, never in the place of another.
    func makeSecret(_ kind: KeyFile.Kind) throws(HomeError) {
        let secret = SecretBytes.random(byteCount: KeyFile.secretByteCount)
        try createSecret(kind.fileName, secret.withBytes { KeyFile.encode(kind, $0) })
    }

    private func readSecret(_ kind: KeyFile.Kind) throws(HomeError) -> SecretBytes {
        try readSecret(kind.fileName, byteCountMax: KeyFile.byteCount)
    }

    func readSecret(_ name: String, byteCountMax: Int) throws(HomeError) -> SecretBytes {
        do throws(FileError) {
            return try folder.readSecret(name, byteCountMax: byteCountMax)
        } catch {
            throw wrap(error, name, .reading)
        }
    }

    /// Durably, all or nothing, and never in the place of something.
    func createSecret(_ name: String, _ file: borrowing SecretBytes) throws(HomeError) {
        do throws(FileError) {
            try file.withBytes { (bytes) throws(FileError) in try folder.create(name, with: bytes) }
        } catch {
            throw wrap(error, name, .writing)
        }
    }

    private func wrap(_ error: FileError, _ name: String, _ attempt: HomeError.Attempt) -> HomeError {
        HomeError(error, at: path(of: name), attempt)
    }
}
