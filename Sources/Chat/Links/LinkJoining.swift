import Identity
package import MLS
import RelayProtocol
package import Sodium
import TLSCodec

/// Joining a room by a link: the external commit that a link's holder makes.
package enum LinkJoining {
    /// - Parameters:
    ///   - state: of `group`: that the link lives and has a use left was looked up there.
    ///   - before: as much of the log as the joiner knows of.
    /// - Throws: ``LinkJoiningError``.
    package static func join(
        _ group: PublicGroup, _ state: RoomState, by secret: LinkSecret, as client: RoomClient,
        knowing before: LogPosition, random: RandomSource = .system
    ) throws(LinkJoiningError) -> ExternalJoin {
        let key = secret.signingKey
        let name = LinkKey(key)
        guard let link = state.settings.links.first(where: { $0.key == name }) else { throw .ended }
        guard state.lastUse(of: link) < link.usesAllowed else { throw .usedUp }
        guard !state.settings.bans.contains(client.credential.identityKey) else { throw .banned }
        let (use, room, epoch) = (state.lastUse(of: link) + 1, state.room, state.epoch)
        let signatureKey = client.deviceKey.publicKey
        do throws(MLSError) {
            let options = ExternalJoinOptions(
                authenticatedData: try before.authenticatedData(), makesGroupInfo: true
            ) { encryptionKey throws(MLSError) in
                let leaf = MarkedLeaf(signatureKey: signatureKey, encryptionKey: encryptionKey)
                do throws(CodecError) {
                    let mark = try LinkMark.issue(by: key, link: name, use: use, room: room, epoch: epoch, leaf: leaf)
                    return [Extension(type: .sottoLink, data: try mark.encoded())]
                } catch { throw .malformed(error) }
            }
            return try Group.joinByExternalCommit(to: group, as: client.client, options: options, random: random)
        } catch { throw .group(error) }
    }
}
