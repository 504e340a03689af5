public import TLSCodec

/// As it is stored: RFC 9420 has no structure for it.
extension Member: TLSStruct {
    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        leafIndex = try v.nested { $0.leafIndex }
        leafNode = try v.nested { $0.leafNode }
    }
}

/// As it is stored: RFC 9420 has no structure for it.
extension MemberChange: TLSStruct {
    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        leafIndex = try v.nested { $0.leafIndex }
        old = try v.nested { $0.old }
        new = try v.nested { $0.new }
    }
}
