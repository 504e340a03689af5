#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The database's file, and those that SQLite puts beside it, which get its permissions.
enum StoreFile {
    /// Makes the file unless it is there. Whatever was the umask, and whoever put the files there: they are their
    /// owner's alone.
    ///
    /// - Throws: ``ChatStoreError/notAStore`` for what isn't a file, a symbolic link too.
    static func prepare(at path: String) throws(ChatStoreError) -> Found {
        // Only where there is nothing: no link is followed, and what another process has just begun isn't cut short.
        // Why it failed shows when the file is looked at.
        try? Data().write(to: URL(filePath: path), options: .withoutOverwriting)
        guard try closeToOthers(path) else { throw .unavailable }
        let logs = try [closeToOthers(path + "-wal"), closeToOthers(path + "-journal")]
        return logs.contains(true) ? .withLog : .alone
    }

    enum Found {
        case alone
        /// Whoever had it open last was killed.
        case withLog
    }

    /// - Returns: whether there is something.
    private static func closeToOthers(_ path: String) throws(ChatStoreError) -> Bool {
        let files = FileManager.default
        // Of a link itself, not of what it leads to.
        guard let attributes = try? files.attributesOfItem(atPath: path) else { return false }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw .notAStore }
        do { try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path) } catch { throw .unavailable }
        return true
    }
}
