import MLS
import Sodium
import Testing

/// Somebody who was added by a rogue, and the Welcome to be made wrong.
struct Invitation {
    let company: Company
    let bundle: KeyPackageBundle
    var welcome: RogueWelcome

    /// - Parameter forcesPath: whether the commit that adds has a path.
    init(
        to count: Int = 3, _ suite: CipherSuite = .x25519ChaCha20Poly1305, extensions: Extensions = [],
        capabilities: Capabilities = .ofAllSuites, hasPaths: Bool = true, forcesPath: Bool = false
    ) throws {
        var company = try Company(
            of: count, suite, extensions: extensions, capabilities: capabilities, hasPaths: hasPaths)
        bundle = try Player("newcomer", suite, capabilities: capabilities).bundle()
        let commit = try company.rogue.group.stageCommit(
            [.add(bundle.keyPackage)], options: CommitOptions(forcesPath: forcesPath), now: Player.now)
        try company.rogue.group.merge(commit.staged)
        welcome = try RogueWelcome(
            opening: try #require(commit.welcome), with: bundle, signer: company.rogue.player.key)
        self.company = company
    }

    func join(_ options: JoinOptions = JoinOptions(), signedBy other: SignatureSecretKey? = nil) throws -> Group {
        try Group(joining: welcome.sealed(signedBy: other), with: bundle, options: options)
    }

    func expectRefusal(
        for rule: ValidationRule, _ options: JoinOptions = JoinOptions(), signedBy other: SignatureSecretKey? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        try expectRefusal(as: .invalid(rule), options, signedBy: other, place)
    }

    func expectRefusal(
        as error: MLSError, _ options: JoinOptions = JoinOptions(), signedBy other: SignatureSecretKey? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        let message = try welcome.sealed(signedBy: other)
        #expect(throws: error, sourceLocation: place) { try Group(joining: message, with: bundle, options: options) }
    }
}
