import Identity
import Logging
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
        let new = try AllowList(readAgainFrom: path)
        list.withLock { $0 = new }
    }

    /// How many it lists; of nobody, a warning.
    func tellCount(_ message: Logger.Message, _ more: Logger.Metadata = [:], to logger: Logger) {
        let metadata = more.merging(["listed": "\(count)"]) { one, _ in one }
        logger.notice(message, metadata: metadata)
        if count == 0 { logger.warning("the allow list is empty: nobody is served") }
    }
}
