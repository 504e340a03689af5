/// The folder in which everything lies that Sotto keeps: a resolved path, nothing opened yet.
///
/// `--home`, else `SOTTO_HOME`, else `$XDG_DATA_HOME/sotto`, else `~/.local/share/sotto`, on macOS too: people move
/// homes between machines.
struct HomeDirectory: Hashable, Sendable {
    let path: String

    /// For a relay's part of a home. It shares no file with ``clientPath`` and each has a lock of its own, so that a
    /// relay and a client run side by side from one home, as on the machine of somebody who tries both.
    var relayPath: String { path + "/" + HomeFile.relayFolder }
    var clientPath: String { path + "/" + HomeFile.clientFolder }

    /// - Parameters:
    ///   - option: what `--home` was given, if it was.
    ///   - environment: the value of a variable, `nil` if it isn't set or empty.
    ///   - accountHome: the home folder in the user database, for when `HOME` isn't set.
    /// - Throws: ``HomeError/unusablePath`` if `--home` or `SOTTO_HOME` can't be a path; ``HomeError/noPlace`` if
    ///   nothing says where.
    init(
        option: String?,
        environment: (String) -> String? = Environment.value,
        accountHome: () -> String? = { UserAccount.current()?.homePath }
    ) throws(HomeError) {
        if let given = option ?? environment("SOTTO_HOME") {
            guard !given.isEmpty, !given.utf8.contains(0) else { throw .unusablePath }
            path = Self.withoutTrailingSlashes(given)
        } else if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
            // The XDG specification has a relative path ignored.
            path = Self.withoutTrailingSlashes(data) + "/sotto"
        } else if let home = environment("HOME") ?? accountHome(), home.hasPrefix("/") {
            path = Self.withoutTrailingSlashes(home) + "/.local/share/sotto"
        } else {
            throw .noPlace
        }
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        let kept = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        return kept.isEmpty ? "/" : String(decoding: kept.reversed(), as: UTF8.self)
    }
}
