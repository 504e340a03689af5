import MLS
import Sodium
import Testing

/// RFC 9420 §7.2, §7.3, §11.1, §13.4: what a leaf must support, and say that it does.
struct CapabilityRuleTests {
    private static let type = ExtensionType(rawValue: 0xFF00)
    private static let proposal = ProposalType(rawValue: 0xFF00)
    private static let rich = Capabilities.ofAllSuites.changed(
        extensions: [type], proposals: [proposal], credentials: [.basic, .x509])

    private let newcomer = Player("newcomer")

    private func keyPackage(_ change: (Capabilities) -> Capabilities) throws -> KeyPackage {
        try newcomer.keyPackage { $0.changed(capabilities: change($0.capabilities)) }
    }

    private func company(requiring required: RequiredCapabilities) throws -> Company {
        try Company(extensions: Extensions([try Extension(required)]), capabilities: Self.rich)
    }

    @Test func refusesALeafWithoutTheGroupsVersion() throws {
        let company = try Company()
        for versions in [[], [ProtocolVersion(rawValue: 2)]] {
            try company.expectRefusal(
                ofAdding: keyPackage { $0.changed(versions: versions) }, for: .leafSupportsVersion)
        }
    }

    @Test func refusesALeafWithoutTheGroupsSuite() throws {
        let company = try Company()
        try company.expectRefusal(
            ofAdding: keyPackage { $0.changed(cipherSuites: [1, 0x0A0A]) }, for: .leafSupportsCipherSuite)
    }

    @Test func refusesALeafThatDoesNotListItsOwnCredential() throws {
        let company = try Company()
        try company.expectRefusal(ofAdding: keyPackage { $0.changed(credentials: []) }, for: .leafCredentialListed)
    }

    @Test func refusesALeafWithAnExtensionTwice() throws {
        let company = try Company()
        let twice = Extensions([Extension(type: .applicationID, data: [0]), Extension(type: .applicationID, data: [0])])
        try company.expectRefusal(
            ofAdding: newcomer.keyPackage { $0.changed(extensions: twice) }, for: .leafExtensionsOnce)
    }

    @Test func refusesALeafThatDoesNotListItsOwnExtension() throws {
        let company = try Company()
        let unlisted = Extensions([Extension(type: Self.type, data: [])])
        try company.expectRefusal(
            ofAdding: newcomer.keyPackage { $0.changed(extensions: unlisted) }, for: .leafExtensionsListed)
    }

    @Test func refusesALeafThatDoesNotSupportTheGroupsExtensions() throws {
        let company = try Company(
            extensions: Extensions([Extension(type: Self.type, data: [])]), capabilities: Self.rich)
        try company.expectRefusal(ofAdding: newcomer.bundle().keyPackage, for: .leafGroupExtensions)
    }

    @Test func refusesALeafWithoutARequiredExtension() throws {
        let company = try company(requiring: RequiredCapabilities(extensionTypes: [.applicationID, Self.type]))
        try company.expectRefusal(ofAdding: newcomer.bundle().keyPackage, for: .leafRequiredExtensions)
    }

    @Test func refusesALeafWithoutARequiredProposal() throws {
        let company = try company(requiring: RequiredCapabilities(proposalTypes: [.add, Self.proposal]))
        try company.expectRefusal(ofAdding: newcomer.bundle().keyPackage, for: .leafRequiredProposals)
    }

    @Test func refusesALeafWithoutARequiredCredential() throws {
        let company = try company(requiring: RequiredCapabilities(credentialTypes: [.x509]))
        try company.expectRefusal(ofAdding: newcomer.bundle().keyPackage, for: .leafRequiredCredentials)
    }

    @Test func refusesACredentialThatSomeMemberDoesNotSupport() throws {
        let company = try Company()
        let wrong = try newcomer.keyPackage {
            $0.changed(
                credential: .x509(chain: [[1]]),
                capabilities: $0.capabilities.changed(credentials: [.basic, .x509]))
        }
        try company.expectRefusal(ofAdding: wrong, for: .leafCredentialSupported)
    }

    @Test func refusesALeafThatDoesNotSupportTheMembersCredentials() throws {
        let company = try Company(capabilities: Self.rich)
        let wrong = try newcomer.keyPackage {
            $0.changed(credential: .x509(chain: [[1]]), capabilities: $0.capabilities.changed(credentials: [.x509]))
        }
        try company.expectRefusal(ofAdding: wrong, for: .leafSupportsCredentials)
    }

    @Test func refusesExtensionsOfTheGroupThatSomeMemberDoesNotSupport() throws {
        let company = try Company(capabilities: Self.rich, lastCapabilities: .ofAllSuites)
        let extensions = Extensions([Extension(type: Self.type, data: [])])
        try company.expectNotMade([.extensions(extensions)], for: .groupExtensionsSupported)
        let commit = try company.rogue.commit(setting: extensions)
        try expectRefusal(of: commit, by: company.honest, for: .groupExtensionsSupported)
        let poor = try company.rogue.commit(setting: extensions) { $0.changed(capabilities: .ofAllSuites) }
        try expectRefusal(of: poor, by: company.honest, for: .leafGroupExtensions)
    }

    @Test func refusesRequirementsThatSomeMemberDoesNotMeet() throws {
        let company = try Company(capabilities: Self.rich, lastCapabilities: .ofAllSuites)
        let requirements = [
            RequiredCapabilities(extensionTypes: [Self.type]), RequiredCapabilities(proposalTypes: [Self.proposal]),
            RequiredCapabilities(credentialTypes: [.x509]),
        ]
        for required in requirements {
            let extensions = Extensions([try Extension(required)])
            try company.expectNotMade([.extensions(extensions)], for: .requiredCapabilitiesMet)
            let commit = try company.rogue.commit(setting: extensions)
            try expectRefusal(of: commit, by: company.honest, for: .requiredCapabilitiesMet)
        }
    }

    @Test func refusesRequirementsThatSomebodyAddedWithThemDoesNotMeet() throws {
        let company = try Company(capabilities: Self.rich)
        let extensions = Extensions([try Extension(RequiredCapabilities(proposalTypes: [Self.proposal]))])
        let changes = [ProposedChange.extensions(extensions), .add(try newcomer.bundle().keyPackage)]
        try company.expectNotMade(changes, for: .leafRequiredProposals)
    }
}

extension RogueMember {
    /// A commit that replaces the group's extensions, with a path.
    func commit(
        setting extensions: Extensions, leaf change: (LeafNode) -> LeafNode = { $0 }
    ) throws -> [UInt8] {
        let proposal = Proposal.groupContextExtensions(GroupContextExtensions(extensions: extensions))
        let path = try path(extensions: extensions, leaf: change)
        return try commit([.proposal(proposal)], path, extensions: extensions)
    }
}
