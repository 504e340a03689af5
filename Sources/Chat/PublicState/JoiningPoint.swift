import MLS
import RelayProtocol
import TLSCodec

/// What a Welcome says instead of the tree: where the sealed blob with it lies, which key opens it, and where in the log
/// the joiner begins. The `sotto_joining` extension of its GroupInfo, which only those who are welcomed read.
struct JoiningPoint: TLSStruct, Hashable, Sendable {
    let blob: BlobHash
    let blobKey: [UInt8]
    /// The entry before the commit that adds the joiner.
    let before: LogPosition

    init(blob: BlobHash, blobKey: [UInt8], before: LogPosition) {
        (self.blob, self.blobKey, self.before) = (blob, blobKey, before)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        blob = try v.nested { $0.blob }
        blobKey = try v.fixed(32) { $0.blobKey }
        before = try v.nested { $0.before }
    }
}
