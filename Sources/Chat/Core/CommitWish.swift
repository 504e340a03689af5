import Identity
import MLS
import RelayProtocol
import Sodium
import Synchronization
import TLSCodec

/// What a wish means in an epoch: the changes of its commit.
struct CommitWish {
    private let changes: [ProposedChange]
    private let settings: RoomSettings
    /// The relay serves links by the latest public state: one must say that the last of them has ended.
    private let hadLinks: Bool

    /// - Parameter link: one that a commit came by that nobody follows.
    /// - Throws: ``ChatFailure`` for what can't be.
    init(_ wish: RoomWish, _ state: RoomState, _ group: Group, ending link: LinkKey? = nil) throws(ChatFailure) {
        var changes: [ProposedChange] = []
        var settings = state.settings
        // A member's next commit moves the counts, so that marked leaves may go.
        settings.links = settings.links.filter { $0.key != link }.map { $0.counting(state.lastUse(of: $0)) }
        switch wish {
        case .add(let identity, let packages):
            for package in packages { changes.append(.add(try Self.keyPackage(package))) }
            settings.bans.removeAll { $0 == identity }
        case .remove(let identity):
            changes = state.members.filter { $0.identity == identity }.map { .remove($0.leaf) }
            guard !changes.isEmpty else { throw .nobodyThere }
            settings.bans = Array((settings.bans + [identity]).suffix(ChatLimits.bansMax))
            settings.links = []
        case .change(let change): settings = change.applied(to: settings)
        case .readd(let wish):
            guard let member = state.members.first(where: { $0.isDevice(wish.device, of: wish.identity) }) else {
                throw .nobodyThere
            }
            changes = [.remove(member.leaf), .add(try Self.keyPackage(wish.package))]
        case .refresh, .commitLeaving: break
        }
        if settings != state.settings {
            do throws(MLSError) { changes.append(.extensions(try RoomExtensions.of(settings))) } catch {
                throw .group(error)
            }
        }
        self.changes = changes
        self.settings = settings
        hadLinks = !state.settings.links.isEmpty
    }

    /// The commit; and, where somebody may join by it, what they need of the new epoch.
    func staged(
        in group: inout Group, seen position: LogPosition, _ room: RoomID, now: UnixTime, _ random: RandomSource
    ) throws(ChatFailure) -> (NewSnapshot?, OutgoingCommit) {
        let (links, suite) = (settings.links, group.cipherSuite)
        let made = Mutex<NewSnapshot?>(nil)
        do throws(MLSError) {
            let options = CommitOptions(
                forcesPath: true, hasTreeInWelcome: false, authenticatedData: try position.authenticatedData()
            ) { afterwards throws(MLSError) in
                let snapshot = try NewSnapshot(
                    of: afterwards, room, before: position, for: links, suite, random)
                made.withLock { $0 = snapshot }
                return try snapshot.welcomeExtensions(afterwards)
            }
            let out = try group.stageCommit(changes, options: options, now: now, random: random)
            if let snapshot = made.withLock({ $0 }) { return (snapshot, out) }
            guard hadLinks || !links.isEmpty, let afterwards = out.staged.groupAfterwards else { return (nil, out) }
            return (try NewSnapshot(of: afterwards, room, before: position, for: links, suite, random), out)
        } catch { throw .group(error) }
    }

    func header(
        of staged: StagedCommit, parent: EntryNumber, flags: EntryFlags
    ) throws(ChatFailure) -> EntryHeader {
        guard let afterwards = staged.groupAfterwards else { throw .notMember }
        do throws(MLSError) {
            return .commit(
                parent: parent, accessKey: try RoomAccess(afterwards).publicKey,
                flags: staged.effects.removed.isEmpty ? flags : flags.union(.removes))
        } catch { throw .group(error) }
    }

    private static func keyPackage(_ bytes: [UInt8]) throws(ChatFailure) -> KeyPackage {
        do throws(MLSError) {
            guard let package = try MLSMessage(received: bytes).asKeyPackage else { throw .unsupported }
            return package
        } catch { throw .group(error) }
    }
}
