public import TLSCodec

/// What all members of an epoch agree on (RFC 9420 §8.1): it goes into every secret of the epoch.
public struct GroupContext: Hashable, Sendable, TLSStruct {
    public let version: ProtocolVersion
    /// The number on the wire; see ``CipherSuite``.
    public let cipherSuite: UInt16
    public let groupID: GroupID
    public let epoch: Epoch
    public let treeHash: [UInt8]
    public let confirmedTranscriptHash: [UInt8]
    public let extensions: Extensions

    package init(
        version: ProtocolVersion = .mls10, cipherSuite: UInt16, groupID: GroupID, epoch: Epoch, treeHash: [UInt8],
        confirmedTranscriptHash: [UInt8], extensions: Extensions
    ) {
        self.version = version
        self.cipherSuite = cipherSuite
        self.groupID = groupID
        self.epoch = epoch
        self.treeHash = treeHash
        self.confirmedTranscriptHash = confirmedTranscriptHash
        self.extensions = extensions
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        version = try v.nested { $0.version }
        cipherSuite = try v.uint16 { $0.cipherSuite }
        groupID = try v.nested { $0.groupID }
        epoch = try v.nested { $0.epoch }
        treeHash = try v.opaque(.variable) { $0.treeHash }
        confirmedTranscriptHash = try v.opaque(.variable) { $0.confirmedTranscriptHash }
        extensions = try v.nested { $0.extensions }
    }
}
