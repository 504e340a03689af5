/// Why a folder couldn't be locked.
enum LockError: Error, Hashable, Sendable {
    case held(by: ProcessNumber?)
    case failed(FileError)
}
