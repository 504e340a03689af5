import TLSCodec

/// One field of each kind.
struct Envelope: TLSStruct, Equatable {
    let tiny: UInt8
    let small: UInt16
    let middle: UInt32
    let large: UInt64
    let mark: [UInt8]
    let name: [UInt8]
    let label: [UInt8]
    let body: [UInt8]
    let key: [UInt8]
    let choice: Choice
    let isSealed: Bool

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        tiny = try v.uint8 { $0.tiny }
        small = try v.uint16 { $0.small }
        middle = try v.uint32 { $0.middle }
        large = try v.uint64 { $0.large }
        mark = try v.fixed(4) { $0.mark }
        name = try v.opaque(.uint8, in: 1...64) { $0.name }
        label = try v.opaque(.uint16) { $0.label }
        body = try v.opaque(.uint32) { $0.body }
        key = try v.opaque(.variable) { $0.key }
        choice = try v.nested { $0.choice }
        isSealed = try v.flag { $0.isSealed }
    }

    init(
        name: [UInt8] = [1], mark: [UInt8] = [1, 2, 3, 4], key: [UInt8] = [], choice: Choice = .nothing,
        isSealed: Bool = true
    ) {
        tiny = 1
        small = 0x0203
        middle = 0x0405_0607
        large = 0x0809_0A0B_0C0D_0E0F
        self.mark = mark
        self.name = name
        label = [0xAA]
        body = [0xBB, 0xBC]
        self.key = key
        self.choice = choice
        self.isSealed = isSealed
    }
}
