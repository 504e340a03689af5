package import TLSCodec

/// Gives one's @name back. Nobody else gets it for a year.
package struct ReleaseName: TLSStruct, Hashable, Sendable {
    package init() {}

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {}
}
