import TLSCodec

/// A structure of no bytes, of which any number would fit into a vector.
struct Nothing: TLSStruct, Hashable {
    init(fields v: inout some Visitor<Self>) throws(CodecError) {}

    init() {}
}
