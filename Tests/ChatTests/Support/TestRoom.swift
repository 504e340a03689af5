import Chat
import Identity
import MLS
import RelayProtocol
import Sodium
import TLSCodec
import Testing

/// A room's members without a relay: every commit goes to all of them, and each judges it.
struct TestRoom {
    static let suite = CipherSuite.x25519ChaCha20Poly1305
    static let now = UnixTime(seconds: 1_800_000_000)
    static let start = LogPosition(number: .none, head: LogHead(before: id, at: relay))

    static let id = RoomID([UInt8](repeating: 7, count: 32))!
    static let relay = RelayKey([UInt8](repeating: 9, count: 32))!

    let credentials = VerifiedCredentials()
    var groups: [Group]

    init(_ founder: TestPerson, kind: RoomKind = .group, admins: [TestPerson]? = nil) throws {
        let name = kind == .group ? RoomName(try DisplayName("Lobby")) : nil
        let settings = RoomSettings(
            relay: Self.relay, kind: kind, name: name, admins: (admins ?? [founder]).map(\.key))
        groups = [
            try RoomFounding.group(
                of: Self.id, settings: settings, founder: founder.client, suite: Self.suite, now: Self.now,
                credentials: credentials)
        ]
    }

    var state: RoomState { get throws { try RoomState(groups[0], credentials) } }

    func leaf(of person: TestPerson) throws -> LeafIndex {
        try #require(try state.members.first { $0.credential.deviceKey.bytes == person.device.publicKey.bytes }).leaf
    }

    /// The number of a member's group.
    func place(of person: TestPerson) throws -> Int {
        let leaf = try leaf(of: person)
        return try #require(groups.firstIndex { $0.ownLeafIndex == leaf })
    }

    /// Everybody judges a commit: all find the same violation, or all follow it.
    mutating func commit(
        by committer: TestPerson, _ changes: [ProposedChange], settings change: (inout RoomSettings) -> Void = { _ in },
        joining bundles: [KeyPackageBundle] = []
    ) throws {
        let place = try place(of: committer)
        var next = groups
        var settings = try state.settings
        let old = settings
        change(&settings)
        let setting: [ProposedChange] = settings == old ? [] : [.extensions(try Self.extensions(settings))]
        let out = try next[place].stageCommit(changes + setting, now: Self.now)
        try follow(out.staged, out.message, from: place, &next)
        for bundle in bundles {
            let welcome = try #require(out.welcome)
            next.append(
                try Group(
                    joining: welcome, with: bundle, options: JoinOptions(configuration: .room(credentials))))
        }
        groups = next.filter { $0.status == .active }
    }

    /// The same of a commit that came by a link.
    mutating func join(_ join: ExternalJoin) throws {
        var next = groups
        try follow(nil, join.message, from: nil, &next)
        groups = next + [join.group]
    }

    private func follow(_ own: StagedCommit?, _ message: [UInt8], from place: Int?, _ next: inout [Group]) throws {
        var found: Set<RoomViolation?> = []
        for index in next.indices {
            let before = try RoomState(next[index], credentials)
            let staged: StagedCommit
            if index == place, let own {
                staged = own
            } else {
                guard case .commit(let theirs) = try next[index].process(message) else { throw TestFailure.noCommit }
                staged = theirs
            }
            do throws(RoomViolation) {
                _ = try RoomPolicy.check(staged, in: before, credentials)
                found.insert(nil)
            } catch { found.insert(error) }
            try next[index].merge(staged)
        }
        #expect(found.count == 1, "members find different things: \(found)")
        if let violation = found.compactMap({ $0 }).first { throw violation }
    }

    static func extensions(_ settings: RoomSettings) throws -> Extensions {
        [
            try .requiredCapabilities(RequiredCapabilities(extensionTypes: [ExtensionType(rawValue: 0xF501)])),
            Extension(type: ExtensionType(rawValue: 0xF501), data: try settings.encoded()),
        ]
    }
}

enum TestFailure: Error { case noCommit }
