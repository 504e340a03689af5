package import Identity
package import MLS
package import RelayProtocol
package import TLSCodec

/// An invite link that lives: who holds its secret may join by it. No member holds that.
package struct RoomLink: TLSStruct, Hashable, Sendable {
    /// Its name, and what its holder signs with.
    package let key: LinkKey
    /// What blobs are sealed to for its holder; of the room's suite.
    package let sealingKey: HPKEPublicKey
    package let maker: IdentityKey
    package let usesAllowed: UInt32
    /// Uses whose leaves may be gone: a later use has a greater number than this and every mark in the tree.
    package let usesCounted: UInt32
    /// When the relay stops serving it, in seconds since 1970, UTC. No member judges by it.
    package let expiresAtSeconds: UInt64

    package init(
        key: LinkKey, sealingKey: HPKEPublicKey, maker: IdentityKey, usesAllowed: UInt32, usesCounted: UInt32 = 0,
        expiresAtSeconds: UInt64
    ) {
        self.key = key
        self.sealingKey = sealingKey
        self.maker = maker
        self.usesAllowed = usesAllowed
        self.usesCounted = usesCounted
        self.expiresAtSeconds = expiresAtSeconds
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        key = try v.nested { $0.key }
        sealingKey = HPKEPublicKey(
            try v.opaque(.uint16, in: ChatLimits.sealingKeyBytes) { $0.sealingKey.bytes })
        maker = try v.key { $0.maker }
        usesAllowed = try v.uint32 { $0.usesAllowed }
        usesCounted = try v.uint32 { $0.usesCounted }
        expiresAtSeconds = try v.uint64 { $0.expiresAtSeconds }
        guard ChatLimits.linkUses.contains(usesAllowed), usesCounted <= usesAllowed else { throw .invalidValue }
    }

    /// The same link with more uses counted.
    package func counting(_ uses: UInt32) -> RoomLink {
        RoomLink(
            key: key, sealingKey: sealingKey, maker: maker, usesAllowed: usesAllowed, usesCounted: uses,
            expiresAtSeconds: expiresAtSeconds)
    }
}
