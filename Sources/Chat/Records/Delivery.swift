import Identity
import RelayProtocol
import TLSCodec

/// An item that has to get into a device's inbox: sent until the relay has it or says that it never takes it.
struct Delivery: TLSStruct, Hashable, Sendable {
    let device: DeviceKey
    let item: [UInt8]
    /// Where it shows if it can't be delivered; nothing for what nobody waits for.
    let room: RoomID?
    /// How often the relay has said that it doesn't take it just now.
    var refusedCount: UInt16
    /// Not before: in seconds since 1970, UTC.
    var dueSeconds: UInt64

    init(device: DeviceKey, item: [UInt8], room: RoomID? = nil) {
        (self.device, self.item, self.room) = (device, item, room)
        (refusedCount, dueSeconds) = (0, 0)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        device = try v.key { $0.device }
        item = try v.opaque(.uint32) { $0.item }
        room = try v.optional { $0.room }
        refusedCount = try v.uint16 { $0.refusedCount }
        dueSeconds = try v.uint64 { $0.dueSeconds }
    }

    /// A full inbox may have room later.
    mutating func refused(nowSeconds: UInt64) {
        dueSeconds = nowSeconds + ChatLimits.deliveryPauseSeconds << (2 * UInt64(min(refusedCount, 8)))
        refusedCount += 1
    }
}
