package import TLSCodec

/// It isn't done, and why.
package struct Refused: TLSStruct, Hashable, Sendable {
    package let code: RefusalCode
    /// What ``RefusalCode`` says that it means; else 0.
    package let detail: UInt64

    package init(code: RefusalCode, detail: UInt64) {
        self.code = code
        self.detail = detail
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        code = try v.nested { $0.code }
        detail = try v.uint64 { $0.detail }
    }
}
