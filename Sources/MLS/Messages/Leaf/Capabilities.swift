public import TLSCodec

/// What a member's client can do (RFC 9420 §7.2).
///
/// Lists keep every number that was sent, known here or not: a signature covers them. What every client must support
/// (the RFC's own extensions and proposals) doesn't have to be listed.
public struct Capabilities: Hashable, Sendable, TLSStruct {
    public let versions: [ProtocolVersion]
    /// Numbers on the wire; see ``CipherSuite``.
    public let cipherSuites: [UInt16]
    public let extensions: [ExtensionType]
    public let proposals: [ProposalType]
    public let credentials: [CredentialType]

    public init(
        versions: [ProtocolVersion] = [.mls10], cipherSuites: [UInt16], extensions: [ExtensionType] = [],
        proposals: [ProposalType] = [], credentials: [CredentialType] = [.basic]
    ) {
        self.versions = versions
        self.cipherSuites = cipherSuites
        self.extensions = extensions
        self.proposals = proposals
        self.credentials = credentials
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        versions = try v.vector(.variable) { $0.versions }
        cipherSuites = try v.vector(.variable) { $0.cipherSuites }
        extensions = try v.vector(.variable) { $0.extensions }
        proposals = try v.vector(.variable) { $0.proposals }
        credentials = try v.vector(.variable) { $0.credentials }
    }
}
