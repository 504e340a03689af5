package import RelayProtocol
package import TLSCodec

/// A device that can't follow its room, and asks other members to add it again (PROTOCOL.md §4, re-adding). Until one has,
/// nothing is sealed.
package struct Mending: TLSStruct, Hashable, Sendable {
    package let reason: MendingReason
    /// The commit that it can't follow, where it knows which.
    package let commit: EntryNumber
    /// In seconds since 1970, UTC.
    package var sinceSeconds: UInt64
    /// How often members were asked.
    var round: UInt16
    var nextRoundSeconds: UInt64
    /// In what order members are asked.
    let order: [UInt8]
    /// Names of the key packages that were made for this alone, the newest last: a Welcome for one of them, and for no
    /// other, is the answer.
    var packages: [[UInt8]]

    static let orderByteCount = 16

    init(_ reason: MendingReason, at commit: EntryNumber, sinceSeconds: UInt64, order: [UInt8]) {
        (self.reason, self.commit, self.sinceSeconds, self.order) = (reason, commit, sinceSeconds, order)
        (round, nextRoundSeconds, packages) = (0, sinceSeconds, [])
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        reason = try v.nested { $0.reason }
        commit = try v.nested { $0.commit }
        sinceSeconds = try v.uint64 { $0.sinceSeconds }
        round = try v.uint16 { $0.round }
        nextRoundSeconds = try v.uint64 { $0.nextRoundSeconds }
        order = try v.fixed(Self.orderByteCount) { $0.order }
        packages = try v.vector(.uint32) { $0.packages.map(CarriedBytes.init) }.map(\.bytes)
    }
}
