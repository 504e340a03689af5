import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// Somebody who joins by an external commit and changes it before it is sent: signed again, its tag left.
struct RogueJoiner {
    let player: Player
    let join: ExternalJoin
    let commit: Commit
    private let message: PublicMessage
    private let groupContext: [UInt8]

    /// - Parameter replacing: the leaf that the commit removes.
    init(
        _ player: Player = Player("joiner"), into group: Group, replacing: LeafIndex? = nil,
        configuration: GroupConfiguration = GroupConfiguration()
    ) throws {
        self.player = player
        let info = try group.groupInfo()
        let options = ExternalJoinOptions(
            joining: JoinOptions(configuration: configuration), replacing: replacing)
        join = try Group.joinByExternalCommit(info, as: player.client, options: options)
        message = try #require(try MLSMessage(received: join.message).asPublicMessage)
        commit = try #require(message.content.value.content.asCommit)
        groupContext = group.epoch.context.bytes
    }

    /// The commit with other contents, as an MLSMessage.
    func message(
        _ proposals: [ProposalOrRef]? = nil, path: UpdatePath?, by key: SignatureSecretKey? = nil,
        confirmationTag: [UInt8]? = nil, epoch: Epoch? = nil
    ) throws -> [UInt8] {
        let changed = Commit(proposals: proposals ?? commit.proposals, path: path)
        let content = FramedContent(
            groupID: message.groupID, epoch: epoch ?? message.epoch, sender: .newMemberCommit, authenticatedData: [],
            content: .commit(changed))
        let tag = try #require(message.auth.confirmationTag)
        let signed = try AuthenticatedContent.signed(
            content, as: .publicMessage, player.suite, groupContext: groupContext, with: key ?? player.key)
        return try MLSMessage.publicMessage(
            PublicMessage(fromOutside: signed.confirmed(by: confirmationTag ?? tag))
        ).serialized()
    }

    func message(_ proposals: [ProposalOrRef]) throws -> [UInt8] { try message(proposals, path: commit.path) }

    /// The commit with another leaf, as an MLSMessage.
    func message(
        at place: LeafIndex, in groupID: GroupID, signedBy signer: SignatureSecretKey? = nil,
        leaf change: (LeafNode) -> LeafNode
    ) throws -> [UInt8] {
        let path = try #require(commit.path)
        let leaf = try change(path.leafNode.changed())
            .signed(by: signer ?? player.key, player.suite, groupID: groupID, at: place)
        return try message(path: UpdatePath(leafNode: leaf, nodes: path.nodes))
    }
}
