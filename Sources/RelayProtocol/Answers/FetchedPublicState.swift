package import TLSCodec

/// A room's public state.
package struct FetchedPublicState: TLSStruct, Hashable, Sendable {
    /// The creation or commit that began the epoch which it describes.
    package let epoch: EntryNumber
    package let blob: [UInt8]

    package init(epoch: EntryNumber, blob: [UInt8]) {
        self.epoch = epoch
        self.blob = blob
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        epoch = try v.nested { $0.epoch }
        blob = try v.opaque(.uint32, in: RelayProtocolLimits.blobBytes) { $0.blob }
    }
}
