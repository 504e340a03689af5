extension Lifetime {
    /// How long before its making a leaf is valid already, for peers whose clocks are behind.
    public static let defaultLeadSeconds: UInt64 = 60 * 60
    /// 84 days and the hour before: what other implementations take at most.
    public static let defaultSeconds: UInt64 = 84 * 24 * 60 * 60 + defaultLeadSeconds

    /// From an hour before `now`, for 84 days after it.
    public static func standard(from now: UnixTime) -> Lifetime {
        let start = now.seconds > defaultLeadSeconds ? now.seconds - defaultLeadSeconds : 0
        let (end, overflows) = start.addingReportingOverflow(defaultSeconds)
        return Lifetime(notBefore: UnixTime(seconds: start), notAfter: UnixTime(seconds: overflows ? .max : end))
    }

    /// How long it is; one that ends before it begins has no length at all.
    var seconds: UInt64? {
        notAfter.seconds >= notBefore.seconds ? notAfter.seconds - notBefore.seconds : nil
    }
}
