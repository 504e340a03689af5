import Identity
import Synchronization

/// The allow list of a relay that runs, and the file from which it is read again.
final class AllowListFile: Sendable {
    let path: String
    private let list: Mutex<AllowList>

    init(_ path: String) throws(Failure) {
        self.path = path
        list = Mutex(try AllowList(readFrom: path))
    }

    func allows(_ key: IdentityKey) -> Bool { list.withLock { $0.allows(key) } }

    /// How many it lists.
    var count: Int { list.withLock { $0.count } }

    /// Takes the file as it is now.
    ///
    /// - Throws: why it couldn't be read whole; the old list then holds on.
    func reread() throws(Failure) {
        // A pipe has been read to its end: an empty list would cut everybody off.
        guard TextFile.isPlain(path) else {
            throw Failure(.failed, "The allow list \(path) is no file that can be read again.", mend: AllowList.mend)
        }
        let new = try AllowList(readFrom: path)
        list.withLock { $0 = new }
    }
}
