import MLS
import Sodium
import Testing

/// A group of three that was reinitialised or branched, and the new group as a rogue begins it: without asking the
/// library, which would refuse.
struct Succession {
    let players: [Player]
    let reInit: ReInit
    /// The old group as the second member has it.
    private(set) var origin: Group
    let bundle: KeyPackageBundle
    var welcome: RogueWelcome
    private var psks: [PSKSecret.Entry]
    private let creator: SignatureSecretKey

    init(
        branching: Bool = false, leavingOut: Bool = false, withStranger: Bool = false,
        suite: CipherSuite = .x25519ChaCha20Poly1305
    ) throws {
        var company = try Company()
        players = company.players
        reInit = ReInit(groupID: GroupID([9, 9]), cipherSuite: suite.rawValue, extensions: [])
        if !branching {
            try company.honest.follow(company.rogue.commitReInit(reInit))
        }
        origin = company.honest
        creator = company.rogue.player.key
        bundle = try KeyPackageBundle(of: players[1].client, cipherSuite: suite, now: Player.now)
        var others = [bundle]
        if !branching, !leavingOut {
            others.append(try KeyPackageBundle(of: players[2].client, cipherSuite: suite, now: Player.now))
        }
        if withStranger { others.append(try Player("stranger", suite).bundle()) }
        var next = try Group(
            creating: reInit.groupID, cipherSuite: suite, client: players[0].client, now: Player.now)
        let secret = try #require(origin.resumptionPSK(of: origin.currentEpoch))
        // The library makes such a PSK for its own successors only: one of the application's stands for it.
        let id = PreSharedKeyID.resumption(
            usage: branching ? .branch : .reInit, groupID: origin.id, epoch: origin.currentEpoch,
            nonce: [UInt8](repeating: 4, count: 32))
        let commit = try next.stageCommit(others.map { .add($0.keyPackage) }, now: Player.now)
        welcome = try RogueWelcome(opening: try #require(commit.welcome), with: bundle, signer: creator)
        psks = [PSKSecret.Entry(id: id, psk: secret)]
        welcome.replaceSecrets(psks: [id])
    }

    /// The PSK by which the Welcome names the old group.
    var named: PreSharedKeyID { get throws { try #require(psks.first).id } }

    func join() throws -> Group { try Group(joining: message(), with: bundle, options: JoinOptions(origin: origin)) }

    func expectRefusal(for rule: ValidationRule, _ place: SourceLocation = #_sourceLocation) throws {
        try expectRefusal(as: .invalid(rule), place)
    }

    func expectRefusal(
        as error: MLSError, withOrigin: Bool = true, _ place: SourceLocation = #_sourceLocation
    ) throws {
        let message = try message()
        let store = PSKStore { [psks] id in psks.first { $0.id == id }?.psk }
        let options = JoinOptions(psks: store, origin: withOrigin ? origin : nil)
        #expect(throws: error, sourceLocation: place) {
            try Group(joining: message, with: bundle, options: options)
        }
    }

    private func message() throws -> [UInt8] { try welcome.sealed(psks: psks) }

    /// Names another origin, with the secret that the joiner has for it.
    mutating func rename(usage: ResumptionPSKUsage, groupID: GroupID, epoch: Epoch) throws {
        let id = PreSharedKeyID.resumption(
            usage: usage, groupID: groupID, epoch: epoch, nonce: [UInt8](repeating: 4, count: 32))
        let known = groupID == origin.id ? origin.resumptionPSK(of: epoch) : nil
        psks = [PSKSecret.Entry(id: id, psk: known ?? Secret(copying: [1, 2, 3]))]
        welcome.replaceSecrets(psks: [id])
    }

    /// Names no origin.
    mutating func forgetOrigin() {
        psks = []
        welcome.replaceSecrets(psks: [])
    }

    /// Lets another ReInit have ended the old group.
    mutating func end(with reInit: ReInit) throws {
        var company = try Company()
        try company.honest.follow(company.rogue.commitReInit(reInit))
        origin = company.honest
        try rename(usage: .reInit, groupID: origin.id, epoch: origin.currentEpoch)
    }
}

extension RogueMember {
    /// A commit that ends the group.
    func commitReInit(_ reInit: ReInit) throws -> [UInt8] { try commit([.proposal(.reInit(reInit))]) }
}
