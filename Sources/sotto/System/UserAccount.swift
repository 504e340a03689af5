#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The account under which this process runs, as the system's user database has it.
struct UserAccount: Sendable {
    let name: String
    let homePath: String

    /// `nil` for a user that the database doesn't know, as in many containers.
    static func current() -> UserAccount? {
        var record = unsafe passwd()
        var result: UnsafeMutablePointer<passwd>?
        var text = [CChar](repeating: 0, count: 16_384)
        let code = unsafe getpwuid_r(geteuid(), &record, &text, text.count, &result)
        guard code == 0, unsafe result != nil, let name = unsafe record.pw_name, let home = unsafe record.pw_dir
        else { return nil }
        return unsafe UserAccount(name: String(cString: name), homePath: String(cString: home))
    }
}
