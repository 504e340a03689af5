import MLS
import RelayProtocol
import Sodium
import TLSCodec

/// The public state of an epoch that a commit begins: sealed, with what a Welcome says of it.
struct NewSnapshot: Sendable {
    private let blob: [UInt8]
    private let key: SnapshotKey
    private let before: LogPosition

    init(
        of group: UpcomingGroup, _ room: RoomID, before: LogPosition, for links: [RoomLink], _ suite: CipherSuite,
        _ random: RandomSource
    ) throws(MLSError) {
        let info = try group.groupInfo(hasTree: false, admitsExternalCommits: !links.isEmpty)
        try self.init(info, try group.ratchetTree(), room, before: before, for: links, suite, random)
    }

    init(
        _ groupInfo: [UInt8], _ tree: [UInt8], _ room: RoomID, before: LogPosition, for links: [RoomLink],
        _ suite: CipherSuite, _ random: RandomSource
    ) throws(MLSError) {
        let snapshot = RoomSnapshot(groupInfo: groupInfo, tree: tree, before: before)
        let (sealed, key) = try SealedSnapshot.seal(snapshot, of: room, for: links, suite: suite, random: random)
        do throws(CodecError) { blob = try sealed.encoded() } catch { throw .malformed(error) }
        self.key = key
        self.before = before
    }

    func publicState(for links: [RoomLink]) -> PublicState {
        PublicState(
            blob: blob, links: links.map { LiveLink(key: $0.key, expiresAtSeconds: $0.expiresAtSeconds) })
    }

    /// What the GroupInfo of a Welcome says beside the group; zeros behind it pad the whole.
    func welcomeExtensions(_ group: UpcomingGroup) throws(MLSError) -> Extensions {
        let point = JoiningPoint(
            blob: BlobHash(of: blob), blobKey: key.withBytes { Array(copying: $0) }, before: before)
        do throws(CodecError) {
            let joining = Extension(type: .sottoJoining, data: try point.encoded())
            let byteCount = try group.extensions.encoded().count
            let padding = PaddedLength.of(byteCount) - byteCount
            return [joining, Extension(type: .sottoPadding, data: [UInt8](repeating: 0, count: padding))]
        } catch { throw .malformed(error) }
    }
}
