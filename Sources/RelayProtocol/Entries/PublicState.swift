package import TLSCodec

/// What one who joins needs of an epoch: its sealed GroupInfo and tree, and the links that may ask for it. It replaces
/// what stood there.
package struct PublicState: TLSStruct, Hashable, Sendable {
    package let blob: [UInt8]
    package let links: [LiveLink]

    package init(blob: [UInt8], links: [LiveLink] = []) {
        self.blob = blob
        self.links = links
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        blob = try v.opaque(.uint32, in: RelayProtocolLimits.blobBytes) { $0.blob }
        links = try v.vector(.uint16) { $0.links }
        guard links.count <= RelayProtocolLimits.linksMax else { throw .lengthOutOfBounds }
    }
}
