package import TLSCodec

/// Which of how many pre-shared keys is mixed in (RFC 9420 §8.4).
package struct PSKLabel: TLSStruct {
    package let id: PreSharedKeyID
    package let index: UInt16
    package let count: UInt16

    package init(id: PreSharedKeyID, index: UInt16, count: UInt16) {
        self.id = id
        self.index = index
        self.count = count
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        id = try v.nested { $0.id }
        index = try v.uint16 { $0.index }
        count = try v.uint16 { $0.count }
    }
}
