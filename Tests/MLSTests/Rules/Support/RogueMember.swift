import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// A member that frames whatever it likes: signed with its own key and protected with the epoch's, as an attacker
/// inside can. Everything that it isn't told to make wrong is right.
struct RogueMember {
    var group: Group
    let player: Player

    init(_ group: Group, _ player: Player) {
        self.group = group
        self.player = player
    }

    var suite: CipherSuite { group.cipherSuite }
    var leaf: LeafIndex { group.ownLeafIndex }

    func keys() throws -> MemberKeys { try #require(group.epoch.member) }
}

extension RogueMember {
    /// Signed content of any sender, by any key.
    func signed(
        _ content: FramedContent.Content, as format: WireFormat, from sender: Sender? = nil,
        by key: SignatureSecretKey? = nil, epoch: Epoch? = nil
    ) throws -> AuthenticatedContent {
        let framed = FramedContent(
            groupID: group.id, epoch: epoch ?? group.currentEpoch, sender: sender ?? .member(leaf),
            authenticatedData: [], content: content)
        return try .signed(
            framed, as: format, suite, groupContext: group.epoch.context.bytes, with: key ?? player.key)
    }

    /// An MLSMessage that everybody can read. A commit needs its tag.
    func publicMessage(
        _ content: FramedContent.Content, from sender: Sender? = nil, by key: SignatureSecretKey? = nil,
        epoch: Epoch? = nil, confirmationTag: [UInt8]? = nil
    ) throws -> [UInt8] {
        var signed = try signed(content, as: .publicMessage, from: sender, by: key, epoch: epoch)
        if content.type == .commit {
            signed = signed.confirmed(by: confirmationTag ?? [UInt8](repeating: 7, count: 32))
        }
        return try publicMessage(signed)
    }

    func publicMessage(_ signed: AuthenticatedContent) throws -> [UInt8] {
        guard case .member = signed.content.value.sender else {
            return try MLSMessage.publicMessage(PublicMessage(fromOutside: signed)).encoded()
        }
        let secrets = try #require(group.secrets)
        return try MLSMessage.publicMessage(secrets.publicMessage(signed)).encoded()
    }

    /// An MLSMessage that only members can read.
    func privateMessage(_ signed: AuthenticatedContent) throws -> [UInt8] {
        var secrets = try #require(group.secrets)
        return try MLSMessage.privateMessage(
            secrets.privateMessage(signed, padding: .none, random: .system)
        ).encoded()
    }

    func proposal(_ proposal: Proposal, from sender: Sender? = nil, by key: SignatureSecretKey? = nil) throws -> [UInt8]
    {
        try publicMessage(.proposal(proposal), from: sender, by: key)
    }
}
