public import Sodium

extension Group {
    /// A secret of the application's own, the same for all members of the epoch (RFC 9420 §8.5). One label a purpose.
    ///
    /// - Throws: ``MLSError/overLimit`` beyond ``MLSLimits/exportedByteCountMax`` bytes or below 0, ``MLSError/removed``.
    public func exportSecret(_ label: String, context: [UInt8] = [], byteCount: Int) throws(MLSError) -> Secret {
        guard let member = epoch.member else { throw .removed }
        return Secret(try member.schedule.export(Label(label), context: context.span, byteCount: byteCount))
    }

    /// What two members compare to know that nobody stands between them (RFC 9420 §8.7). Made to be shown.
    ///
    /// - Throws: ``MLSError/removed``.
    public var epochAuthenticator: [UInt8] {
        get throws(MLSError) {
            guard let member = epoch.member else { throw .removed }
            return member.schedule.epochAuthenticator
        }
    }

    /// The secret that proves membership in an epoch (RFC 9420 §8.6), of this one or one that is remembered: for a
    /// ``PSKStore`` of another group. `nil` for any other epoch, and once the member has been removed.
    public func resumptionPSK(of epoch: Epoch) -> Secret? { self.epoch.resumptionPSK(of: epoch) }
}
