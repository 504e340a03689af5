import Identity

extension Fingerprint {
    /// What a log may say of it.
    var logged: String { String(text.filter { $0 != " " }.prefix(ServerLimits.loggedFingerprintDigits)) }
}
