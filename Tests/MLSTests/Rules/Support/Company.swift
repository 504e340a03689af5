import MLS
import Sodium

/// A group in which one member breaks the rules and the others are asked to follow.
struct Company {
    var rogue: RogueMember
    /// The first who is asked.
    var honest: Group
    var others: [Group]
    let players: [Player]

    /// - Parameters:
    ///   - count: members, the rogue included.
    ///   - lastCapabilities: of the last member, if it has others.
    ///   - hasPaths: whether every member has renewed its path; without, all nodes above the leaves are blank.
    init(
        of count: Int = 3, _ suite: CipherSuite = .x25519ChaCha20Poly1305, extensions: Extensions = [],
        capabilities: Capabilities = .ofAllSuites, lastCapabilities: Capabilities? = nil,
        configuration: GroupConfiguration = GroupConfiguration(), hasPaths: Bool = true
    ) throws {
        players = (0..<count).map { place in
            let isLast = place == count - 1
            return Player(
                "member \(place)", suite, capabilities: isLast ? lastCapabilities ?? capabilities : capabilities)
        }
        var first = try Group(
            cipherSuite: suite, client: players[0].client, extensions: extensions, configuration: configuration,
            now: Player.now)
        let bundles = try players.dropFirst().map { try $0.bundle() }
        let commit = try first.stageCommit(
            bundles.map { .add($0.keyPackage) }, now: Player.now)
        try first.merge(commit.staged)
        let welcome = commit.welcome ?? []
        let joined = try bundles.map {
            try Group(joining: welcome, with: $0, options: JoinOptions(configuration: configuration))
        }
        var groups = [first] + joined
        for index in groups.indices where hasPaths {
            let renewal = try groups[index].stageCommit(now: Player.now)
            for other in groups.indices where other != index { try groups[other].follow(renewal.message) }
            try groups[index].merge(renewal.staged)
        }
        rogue = RogueMember(groups[0], players[0])
        honest = groups[1]
        others = Array(groups[2...])
    }
}

extension Group {
    /// Processes a commit of another and merges it.
    mutating func follow(_ message: [UInt8], psks: PSKStore = .empty) throws {
        try merge(staged(message, psks: psks))
    }
}
