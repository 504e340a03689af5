package import Identity
import RelayProtocol
package import TLSCodec

/// Somebody whom this client knows at its relay: by an @name and the identity key that it meant when it was first asked
/// for, or by that key alone.
package struct Contact: TLSStruct, Hashable, Sendable {
    package internal(set) var identity: IdentityKey
    package let name: AtName?
    /// What they last went by.
    package internal(set) var displayName: RoomName?
    /// Whether somebody has compared their key with them.
    package internal(set) var isVerified: Bool
    package internal(set) var isBlocked: Bool
    /// Another key, which the relay gave for this name since: until its person decides, nothing is sent to either.
    package internal(set) var changedTo: IdentityKey?
    /// In seconds since 1970, UTC.
    package let madeAtSeconds: UInt64

    init(_ identity: IdentityKey, name: AtName?, displayName: RoomName?, madeAtSeconds: UInt64) {
        (self.identity, self.name, self.displayName) = (identity, name, displayName)
        (isVerified, isBlocked, changedTo) = (false, false, nil)
        self.madeAtSeconds = madeAtSeconds
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in 1 }) == 1 else { throw .invalidValue }
        identity = try v.key { $0.identity }
        name = try v.nested { FoundName($0.name) }.name
        displayName = try v.optional { $0.displayName }
        isVerified = try v.flag { $0.isVerified }
        isBlocked = try v.flag { $0.isBlocked }
        let changed: ListedIdentity? = try v.optional { $0.changedTo.map(ListedIdentity.init) }
        changedTo = changed?.key
        madeAtSeconds = try v.uint64 { $0.madeAtSeconds }
    }
}
