import Identity
import RelayProtocol
import TLSCodec

/// A device that has asked this one to add it again.
struct ReaddingWish: TLSStruct, Hashable, Sendable {
    let identity: IdentityKey
    let device: DeviceKey
    /// The last entry that it had seen then: what it has said since tells that it needs nothing, or that somebody else
    /// repeats an old request.
    let seen: EntryNumber
    /// An MLSMessage.
    let package: [UInt8]

    init(identity: IdentityKey, device: DeviceKey, seen: EntryNumber, package: [UInt8]) {
        (self.identity, self.device, self.seen, self.package) = (identity, device, seen, package)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        device = try v.key { $0.device }
        seen = try v.nested { $0.seen }
        package = try v.opaque(.uint32) { $0.package }
    }
}
