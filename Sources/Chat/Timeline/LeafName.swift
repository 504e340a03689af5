package import Identity
package import TLSCodec

/// Who signed something in a room, as their credential named them then.
package struct LeafName: TLSStruct, Hashable, Sendable {
    package let identity: IdentityKey
    package let device: DeviceKey
    package let name: RoomName

    init(_ member: RoomMember) {
        (identity, device) = (member.identity, member.credential.deviceKey)
        name = RoomName(member.credential.name)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        device = try v.key { $0.device }
        name = try v.nested { $0.name }
    }
}
