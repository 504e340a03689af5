import Identity

extension DisplayName {
    /// The name of somebody who gave none: the user's, if the rules of names allow it.
    static var standard: DisplayName {
        standard(for: UserAccount.current()?.name)
    }

    static func standard(for userName: String?) -> DisplayName {
        if let userName, let name = try? DisplayName(userName) { return name }
        do throws(NameError) { return try DisplayName("anonymous") } catch { preconditionFailure("a name is a name") }
    }
}
