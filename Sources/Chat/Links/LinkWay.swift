import Identity
import MLS
import RelayProtocol
import Sodium
import TLSCodec

/// The way into a room by a link, from its public state: the commit that leads in, and what goes with it.
struct LinkWay {
    let join: ExternalJoin
    let pending: PendingCommit
    /// Where the log's heads are known from.
    let before: LogPosition

    /// - Throws: ``ChatFailure/wrongLink`` for a public state that isn't this room's, ``ChatFailure/link(_:)`` for a link
    ///   that doesn't lead in any more.
    init(
        _ fetched: FetchedPublicState, _ room: RoomID, _ relay: RelayKey, _ secret: LinkSecret, _ client: RoomClient,
        _ credentials: VerifiedCredentials, _ random: RandomSource
    ) throws(ChatFailure) {
        let snapshot = try Self.snapshot(fetched, room, secret)
        let group: PublicGroup
        let state: RoomState
        do {
            group = try PublicGroup(
                verifying: snapshot.groupInfo, tree: snapshot.tree, configuration: .room(credentials))
            state = try RoomState(group, credentials)
        } catch { throw .wrongLink }
        guard state.room == room, state.settings.relay == relay else { throw .wrongLink }
        before = snapshot.before
        do throws(LinkJoiningError) {
            join = try LinkJoining.join(
                group, state, by: secret, as: client, knowing: snapshot.before, random: random)
        } catch { throw .link(error) }
        do throws(MLSError) {
            pending = try Self.pending(
                join, group, state, secret.key, parent: fetched.epoch, before: snapshot.before, random)
        } catch { throw .group(error) }
    }

    /// Opens the public state with the link. The suite isn't known before: each that there is is tried.
    private static func snapshot(
        _ fetched: FetchedPublicState, _ room: RoomID, _ secret: LinkSecret
    ) throws(ChatFailure) -> RoomSnapshot {
        guard let sealed = try? SealedSnapshot(decoding: fetched.blob) else { throw .wrongLink }
        for suite in CipherSuite.all {
            guard let key = try? sealed.key(for: secret, of: room, suite: suite) else { continue }
            do throws(MLSError) { return try sealed.open(with: key, of: room) } catch { throw .wrongLink }
        }
        throw .link(.ended)
    }

    private static func pending(
        _ join: ExternalJoin, _ group: PublicGroup, _ state: RoomState, _ link: LinkKey, parent: EntryNumber,
        before: LogPosition, _ random: RandomSource
    ) throws(MLSError) -> PendingCommit {
        guard let external = group.externalPub else { throw .invalid(.externalKeyPresent) }
        let body = try JoiningCommit.seal(
            join.message, to: external, of: state.room, epoch: group.currentEpoch, link: link,
            suite: group.cipherSuite, random: random)
        let header = EntryHeader.commit(parent: parent, accessKey: try RoomAccess(join.group).publicKey)
        let snapshot = try NewSnapshot(
            try join.group.groupInfo(hasTree: false), try join.group.ratchetTree(), state.room, before: before,
            for: state.settings.links, group.cipherSuite, random)
        return PendingCommit(
            entry: Entry(header: header, body: body.bytes),
            publicState: snapshot.publicState(for: state.settings.links), welcome: nil, welcomed: [])
    }
}
