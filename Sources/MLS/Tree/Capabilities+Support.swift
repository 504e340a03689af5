extension Capabilities {
    /// Whether a client with these capabilities reads extensions of the type.
    package func supports(_ type: ExtensionType) -> Bool { type.isSupportedByAll || extensions.contains(type) }

    /// Whether a client with these capabilities reads extensions of all these types.
    func supports(all types: [ExtensionType]) -> Bool {
        extensions.contains(all: types.filter { !$0.isSupportedByAll })
    }

    /// Whether a client with these capabilities understands proposals of all these types.
    func supports(all types: [ProposalType]) -> Bool { proposals.contains(all: types.filter { !$0.isSupportedByAll }) }

    /// Whether a client with these capabilities reads credentials of all these types.
    func supports(all types: [CredentialType]) -> Bool { credentials.contains(all: types) }

    /// Whether a client with these capabilities has all that is required (RFC 9420 §11.1).
    package func meet(_ required: RequiredCapabilities) -> Bool {
        supports(all: required.extensionTypes) && supports(all: required.proposalTypes)
            && supports(all: required.credentialTypes)
    }
}

extension RequiredCapabilities {
    /// The same, with each type named once. The RFC lets one stand any number of times, and every leaf is held to all.
    var withoutRepetitions: RequiredCapabilities {
        RequiredCapabilities(
            extensionTypes: Array(Set(extensionTypes)), proposalTypes: Array(Set(proposalTypes)),
            credentialTypes: Array(Set(credentialTypes)))
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

extension Array where Element: Hashable {
    /// Whether all of `asked` stand here. Strangers write both lists: compared each with each, a message of 4 MiB would
    /// take minutes.
    package func contains(all asked: [Element]) -> Bool {
        guard asked.count > 4 else { return asked.allSatisfy(contains) }
        var missing = Set(asked)
        for element in self where !missing.isEmpty { missing.remove(element) }
        return missing.isEmpty
    }
}
