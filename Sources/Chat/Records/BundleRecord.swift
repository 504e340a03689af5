import MLS
import TLSCodec

/// A key package of one's own of which secrets are kept.
struct BundleRecord: TLSStruct, Hashable, Sendable {
    let reference: [UInt8]
    let isLastResort: Bool
    /// In seconds since 1970, UTC.
    let madeAtSeconds: UInt64

    init(_ reference: KeyPackageRef, isLastResort: Bool, madeAtSeconds: UInt64) {
        (self.reference, self.isLastResort, self.madeAtSeconds) = (reference.bytes, isLastResort, madeAtSeconds)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        reference = try v.opaque(.uint8) { $0.reference }
        isLastResort = try v.flag { $0.isLastResort }
        madeAtSeconds = try v.uint64 { $0.madeAtSeconds }
    }
}

/// All of them, the oldest first.
struct BundleList: TLSStruct, Sendable {
    var bundles: [BundleRecord]

    init() { bundles = [] }

    init(fields v: inout some Visitor<Self>) throws(CodecError) { bundles = try v.vector(.uint32) { $0.bundles } }
}
