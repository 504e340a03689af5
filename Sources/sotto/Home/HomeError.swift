/// Why a home couldn't be used. Paths are whole, so that the message can name the file.
enum HomeError: Error, Equatable, Sendable {
    /// Neither option nor environment nor user database says where a home may lie.
    case noPlace
    /// The path that was given is empty or holds a NUL.
    case unusablePath
    case inUse(path: String, by: ProcessNumber?)
    /// A file doesn't hold what was written to it.
    case damaged(path: String)
    /// A file is gone that others there depend on.
    case lost(path: String)
    /// A symbolic link, a folder or a device stands where a file (or a folder) of ours belongs.
    case wrongKind(path: String)
    /// It belongs to another user.
    case notOurs(path: String)
    /// Others may put files in the place of ours there.
    case openToOthers(path: String)
    case unreadable(path: String, ErrorNumber)
    case unwritable(path: String, ErrorNumber)
    /// A newer version of this program has written it.
    case ofNewerVersion(path: String)
    /// A database that can't be opened: no space, or no permission.
    case unopened(path: String)
    /// The address is pinned to another key, which stays.
    case pinnedToAnotherKey
    /// ``HomeLimits/pinCountMax`` relays are remembered already.
    case tooManyPins

    /// The home is under a passphrase, and nobody can be asked for it.
    case needsPassphrase(path: String)
    /// The passphrase is wrong, or the file is damaged: one looks like the other.
    case wontOpen(path: String)
    /// What was given can't be a passphrase.
    case badPassphrase
    /// There isn't enough to make a guess at a passphrase dear.
    case outOfMemory

    enum Attempt { case reading, writing }

    init(_ error: FileError, at path: String, _ attempt: Attempt) {
        switch error {
        case .missing: self = attempt == .reading ? .lost(path: path) : .unwritable(path: path, .missing)
        case .wrongKind: self = .wrongKind(path: path)
        case .notOurs: self = .notOurs(path: path)
        case .openToOthers: self = .openToOthers(path: path)
        case .tooLong: self = .damaged(path: path)
        case .exists: self = .unwritable(path: path, .exists)
        case .refused(let number):
            self = attempt == .reading ? .unreadable(path: path, number) : .unwritable(path: path, number)
        }
    }

    /// - Parameter path: the folder that couldn't be locked.
    init(_ error: LockError, of path: String) {
        switch error {
        case .held(let owner): self = .inUse(path: path, by: owner)
        case .failed(let error): self.init(error, at: path + "/" + HomeFile.lock, .writing)
        }
    }
}
