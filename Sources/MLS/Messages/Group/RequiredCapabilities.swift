public import TLSCodec

/// Data of the `required_capabilities` extension: what every member must support (RFC 9420 §11.1).
public struct RequiredCapabilities: Hashable, Sendable, TLSStruct {
    public let extensionTypes: [ExtensionType]
    public let proposalTypes: [ProposalType]
    public let credentialTypes: [CredentialType]

    public init(
        extensionTypes: [ExtensionType] = [], proposalTypes: [ProposalType] = [], credentialTypes: [CredentialType] = []
    ) {
        self.extensionTypes = extensionTypes
        self.proposalTypes = proposalTypes
        self.credentialTypes = credentialTypes
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        extensionTypes = try v.vector(.variable) { $0.extensionTypes }
        proposalTypes = try v.vector(.variable) { $0.proposalTypes }
        credentialTypes = try v.vector(.variable) { $0.credentialTypes }
    }
}
