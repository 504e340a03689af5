import HPKE
import TLSCodec

extension GroupEpoch {
    /// What newcomers have to know, signed by this member (RFC 9420 §12.4.3).
    ///
    /// - Parameters:
    ///   - hasTree: whether the ratchet tree goes with it.
    ///   - admitsExternalCommits: whether the key goes with it by which others join from outside.
    func groupInfo(
        hasTree: Bool, admitsExternalCommits: Bool, extensions: Extensions
    ) throws(MLSError) -> GroupInfo {
        guard let member else { throw .removed }
        var list = extensions.list
        if hasTree {
            let tree = tree.exported()
            list.append(try codec { () throws(CodecError) in try Extension(tree) })
        }
        if admitsExternalCommits {
            let key = ExternalPub(HPKEPublicKey(member.schedule.externalKey().publicKey))
            list.append(try codec { () throws(CodecError) in try Extension(key) })
        }
        let all = Extensions(list)
        guard !all.hasDuplicates else { throw .invalid(.groupInfoExtensionsOnce) }
        let unsigned = GroupInfo(
            groupContext: context.groupContext, extensions: all, confirmationTag: confirmationTag, signer: ownLeaf)
        let content = try codec { () throws(CodecError) in try unsigned.toBeSigned() }
        return unsigned.signed(suite.sign(member.signatureKey, .groupInfo, content.span))
    }
}
