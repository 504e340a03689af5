import Identity
import TLSCodec

/// An item that has to get into a device's inbox: sent until the relay has it or says that it takes it not.
struct Delivery: TLSStruct, Hashable, Sendable {
    let device: DeviceKey
    let item: [UInt8]

    init(device: DeviceKey, item: [UInt8]) { (self.device, self.item) = (device, item) }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        device = try v.key { $0.device }
        item = try v.opaque(.uint32) { $0.item }
    }
}
