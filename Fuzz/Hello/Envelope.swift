import TLSCodec

/// A structure with a field of every kind that the codec has.
struct Envelope: TLSStruct {
    let kind: UInt8
    let count: UInt16
    let length: UInt32
    let number: UInt64
    let fixed: [UInt8]
    let short: [UInt8]
    let medium: [UInt8]
    let long: [UInt8]
    let variable: [UInt8]
    let inner: Inner

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        kind = try v.uint8 { $0.kind }
        count = try v.uint16 { $0.count }
        length = try v.uint32 { $0.length }
        number = try v.uint64 { $0.number }
        fixed = try v.fixed(3) { $0.fixed }
        short = try v.opaque(.uint8, in: 1...16) { $0.short }
        medium = try v.opaque(.uint16) { $0.medium }
        long = try v.opaque(.uint32, in: 0...1_024) { $0.long }
        variable = try v.opaque(.variable) { $0.variable }
        inner = try v.nested { $0.inner }
    }

    struct Inner: TLSStruct {
        let value: [UInt8]

        init(fields v: inout some Visitor<Self>) throws(CodecError) {
            value = try v.opaque(.variable, in: 0...70_000) { $0.value }
        }
    }
}
