import Foundation
import MLS

/// A client, the key packages that it has given away, and the one group it is in.
struct Member {
    let suite: CipherSuite
    let identity: [UInt8]
    var client: Client
    var bundles: [KeyPackageBundle] = []
    var held: Group?
    var staged: StagedCommit?

    init(suite number: UInt16, name: String) throws {
        guard let suite = CipherSuite(rawValue: number) else { throw PeerError.noSuchSuite }
        self.suite = suite
        identity = Array(name.utf8)
        client = Self.client(identity)
    }

    mutating func answer(_ request: Request) throws -> Answer {
        switch request.do {
        case .reopen: try reopen(request)
        case .keyPackage: try keyPackage()
        case .create: try create(request)
        case .join: try join(request)
        case .joinExternally: try joinExternally(request)
        case .commit: try commit(request)
        case .merge: try merge()
        case .discard: discard()
        case .propose: try propose(request)
        case .process: try process(request)
        case .seal: try seal(request)
        case .export: try export(request)
        case .group: try describe()
        case .groupInfo: try groupInfo(request)
        case .restart: try restart()
        }
    }

    static func client(_ identity: [UInt8]) -> Client {
        Client(
            credential: .basic(identity: identity), signatureKey: SignatureSecretKey(), cipherSuites: CipherSuite.all)
    }

    var now: UnixTime { UnixTime(seconds: UInt64(Date().timeIntervalSince1970)) }

    /// mls-rs makes leaves that last a year.
    var configuration: GroupConfiguration { GroupConfiguration(leafLifetimeSecondsMax: 365 * 24 * 60 * 60) }

    func group() throws -> Group {
        guard let held else { throw PeerError.noGroup }
        return held
    }

    /// Runs `body` with the group. What throws has changed nothing.
    mutating func change<Result>(_ body: (inout Group) throws -> Result) throws -> Result {
        var group = try group()
        let result = try body(&group)
        held = group
        return result
    }
}
