import MLS

extension TreeClient {
    /// The same client with other capabilities.
    func with(_ change: (Capabilities) -> Capabilities) -> TreeClient {
        var client = self
        client.capabilities = change(capabilities)
        return client
    }
}

extension Capabilities {
    func listing(
        extensions: [ExtensionType] = [], proposals: [ProposalType] = [], credentials: [CredentialType] = []
    ) -> Capabilities {
        Capabilities(
            versions: versions, cipherSuites: cipherSuites, extensions: self.extensions + extensions,
            proposals: self.proposals + proposals, credentials: self.credentials + credentials)
    }
}

extension ExtensionType {
    /// For private use: nobody knows it.
    static let strange = ExtensionType(rawValue: 0xF123)
}

extension ProposalType {
    /// For private use: nobody knows it.
    static let strange = ProposalType(rawValue: 0xF123)
}
