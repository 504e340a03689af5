public import TLSCodec

/// What a client publishes so that others can add it to groups: an init key and the leaf that it will have, signed
/// (RFC 9420 §10).
///
/// Decoding checks the form alone. Adding a member validates the whole (§10.1).
public struct KeyPackage: Hashable, Sendable, TLSStruct {
    public let version: ProtocolVersion
    /// The number on the wire; see ``CipherSuite``.
    public let cipherSuite: UInt16
    public let initKey: HPKEPublicKey
    public let leafNode: LeafNode
    public let extensions: Extensions
    public let signature: [UInt8]

    /// A key package whose signature comes after what it covers: see ``signed(_:)``.
    package init(
        version: ProtocolVersion = .mls10, cipherSuite: UInt16, initKey: HPKEPublicKey, leafNode: LeafNode,
        extensions: Extensions = [], signature: [UInt8] = []
    ) {
        self.version = version
        self.cipherSuite = cipherSuite
        self.initKey = initKey
        self.leafNode = leafNode
        self.extensions = extensions
        self.signature = signature
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        version = try v.nested { $0.version }
        cipherSuite = try v.uint16 { $0.cipherSuite }
        initKey = try v.nested { $0.initKey }
        leafNode = try v.nested { $0.leafNode }
        extensions = try v.nested { $0.extensions }
        signature = try v.opaque(.variable) { $0.signature }
    }

    /// The same key package with this signature.
    package func signed(_ signature: [UInt8]) -> KeyPackage {
        KeyPackage(
            version: version, cipherSuite: cipherSuite, initKey: initKey, leafNode: leafNode, extensions: extensions,
            signature: signature)
    }

    /// KeyPackageTBS (RFC 9420 §10): what the signature covers.
    package func toBeSigned() throws(CodecError) -> [UInt8] {
        var writer = Writer(reserving: 512)
        try encode(into: &writer)
        writer.removeLast(opaque: signature)
        return writer.bytes
    }
}
