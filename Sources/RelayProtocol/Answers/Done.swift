package import TLSCodec

/// It is done, and durable where the request changed anything.
package struct Done: TLSStruct, Hashable, Sendable {
    package init() {}

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {}
}
