extension Capabilities {
    /// Whether a client with these capabilities reads extensions of the type.
    package func supports(_ type: ExtensionType) -> Bool { type.isSupportedByAll || extensions.contains(type) }

    /// Whether a client with these capabilities understands proposals of the type.
    package func supports(_ type: ProposalType) -> Bool { type.isSupportedByAll || proposals.contains(type) }

    /// Whether a client with these capabilities has all that is required (RFC 9420 §11.1).
    package func meet(_ required: RequiredCapabilities) -> Bool {
        required.extensionTypes.allSatisfy(supports) && required.proposalTypes.allSatisfy(supports)
            && required.credentialTypes.allSatisfy(credentials.contains)
    }
}

extension ExtensionType {
    /// RFC 9420 §7.2: the default ones, `application_id` to `external_senders`, aren't listed in capabilities.
    package var isSupportedByAll: Bool { (1...5).contains(rawValue) }
}

extension ProposalType {
    /// RFC 9420 §7.2: the default ones, `add` to `group_context_extensions`, aren't listed in capabilities.
    package var isSupportedByAll: Bool { (1...7).contains(rawValue) }
}
