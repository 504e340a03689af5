import Chat
import Identity
import MLS
import RelayProtocol
import Sodium
import TLSCodec

/// A member who holds to no rule but those by which others would know him at once.
struct HostileMember {
    var group: Group
    let person: TestPerson
    let parent: EntryNumber
    let seen: LogPosition

    private var suite: CipherSuite { group.cipherSuite }

    /// An honest commit, of whatever changes.
    mutating func commit(_ changes: [ProposedChange], flags: EntryFlags = []) throws -> Entry {
        let options = CommitOptions(forcesPath: true, authenticatedData: try seen.encoded())
        let out = try group.stageCommit(changes, options: options, now: TestRoom.now)
        guard let afterwards = out.staged.groupAfterwards else { throw TestFailure.noCommit }
        return entry(out.message, try RoomAccess(afterwards).publicKey, flags)
    }

    /// A refresh in whose path one other member finds what is sealed to somebody else; all others can follow it.
    ///
    /// - Parameter other: the group as one of those has it.
    func commit(brokenAt step: Int, of ciphertext: Int, followedBy other: Group) throws -> Entry {
        var tree = group.epoch.tree
        let leaf = group.ownLeafIndex
        let new = try tree.renewPath(of: leaf, random: .system) { (key, hash) throws(MLSError) in
            try self.leaf(key, parentHash: hash)
        }
        let context = try EpochContext(context(of: &tree, group.context.confirmedTranscriptHash))
        let path = try new.updatePath(in: tree, groupContext: context.bytes.span, adding: [], random: .system)
        var nodes = path.nodes
        var ciphertexts = nodes[step].encryptedPathSecrets
        ciphertexts[ciphertext] = ciphertexts[(ciphertext + 1) % ciphertexts.count]
        nodes[step] = UpdatePathNode(
            encryptionKey: nodes[step].encryptionKey, encryptedPathSecrets: ciphertexts)
        let update = UpdatePath(leafNode: path.leafNode, nodes: nodes)
        let message = try confirmed(Commit(proposals: [], path: update), &tree, new.commitSecret)
        var follower = other
        guard case .commit(let staged) = try follower.process(message), let afterwards = staged.groupAfterwards else {
            throw TestFailure.noCommit
        }
        return entry(message, try RoomAccess(afterwards).publicKey, [])
    }

    private func entry(_ message: [UInt8], _ key: RoomAccessKey, _ flags: EntryFlags) -> Entry {
        Entry(
            header: .commit(parent: parent, accessKey: key, flags: flags), body: EntryBody.message(message).bytes)
    }

    private func leaf(_ key: HPKEPublicKey, parentHash: [UInt8]) throws(MLSError) -> LeafNode {
        guard let old = group.epoch.tree[group.ownLeafIndex] else { throw .noSuchMember }
        func leaf(_ signature: [UInt8]) -> LeafNode {
            LeafNode(
                encryptionKey: key, signatureKey: old.signatureKey, credential: old.credential,
                capabilities: old.capabilities, source: .commit(parentHash: parentHash), extensions: old.extensions,
                signature: signature)
        }
        let signed: [UInt8]
        do throws(CodecError) {
            signed = try leaf([]).toBeSigned(groupID: group.id, leafIndex: group.ownLeafIndex)
        } catch { throw .malformed(error) }
        return leaf(suite.sign(person.client.deviceKey, Label("LeafNodeTBS"), signed.span))
    }

    private func context(of tree: inout RatchetTree, _ transcriptHash: [UInt8]) throws -> GroupContext {
        guard let epoch = group.currentEpoch.next else { throw TestFailure.noCommit }
        return GroupContext(
            cipherSuite: suite.rawValue, groupID: group.id, epoch: epoch, treeHash: tree.treeHash(),
            confirmedTranscriptHash: transcriptHash, extensions: group.extensions)
    }

    private func confirmed(_ commit: Commit, _ tree: inout RatchetTree, _ commitSecret: Secret) throws -> [UInt8] {
        guard let keys = group.epoch.member, var secrets = group.secrets else { throw TestFailure.noCommit }
        let framed = FramedContent(
            groupID: group.id, epoch: group.currentEpoch, sender: .member(group.ownLeafIndex),
            authenticatedData: try seen.encoded(), content: .commit(commit))
        let signed = try AuthenticatedContent.signed(
            framed, as: .privateMessage, suite, groupContext: group.epoch.context.bytes, with: person.client.deviceKey)
        let hash = try TranscriptHash.confirmed(suite, after: group.epoch.interimTranscriptHash, signed)
        let context = try EpochContext(context(of: &tree, hash))
        let joiner = JoinerSecret(
            initSecret: keys.schedule.initSecret, commitSecret: commitSecret, context: context)
        let tag = joiner.mixing(pskSecret: try PSKSecret.derive(suite, [])).epochSecret(context: context)
            .confirmationTag(hash.span)
        let message = try secrets.privateMessage(signed.confirmed(by: tag), padding: .none, random: .system)
        return try MLSMessage.privateMessage(message).serialized()
    }
}
