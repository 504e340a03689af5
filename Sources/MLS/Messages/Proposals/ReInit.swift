public import TLSCodec

/// The group ends, and another with these parameters follows (RFC 9420 §12.1.5).
public struct ReInit: Hashable, Sendable, TLSStruct {
    public let groupID: GroupID
    public let version: ProtocolVersion
    /// The number on the wire; see ``CipherSuite``.
    public let cipherSuite: UInt16
    public let extensions: Extensions

    package init(groupID: GroupID, version: ProtocolVersion = .mls10, cipherSuite: UInt16, extensions: Extensions) {
        self.groupID = groupID
        self.version = version
        self.cipherSuite = cipherSuite
        self.extensions = extensions
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        groupID = try v.nested { $0.groupID }
        version = try v.nested { $0.version }
        cipherSuite = try v.uint16 { $0.cipherSuite }
        extensions = try v.nested { $0.extensions }
    }
}
