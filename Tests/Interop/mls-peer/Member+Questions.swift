import MLS

extension Member {
    /// `label`, `context`, `length`.
    func export(_ request: Request) throws -> Answer {
        let secret = try group().exportSecret(
            request.label.given(), context: request.context.given().bytes, byteCount: request.length.given())
        return Answer(secret: Bytes(secret.withSpan { span in span.indices.map { span[$0] } }))
    }

    func describe() throws -> Answer {
        let group = try group()
        let members = group.members.compactMap { member -> Answer.Member? in
            guard case .basic(let identity) = member.credential else { return nil }
            return Answer.Member(leaf: member.leafIndex.rawValue, identity: Bytes(identity))
        }
        // Whoever was removed has none.
        let authenticator = group.status == .removed ? nil : Bytes(try group.epochAuthenticator)
        return Answer(epoch: group.currentEpoch.rawValue, epochAuthenticator: authenticator, members: members)
    }

    /// `withTree`: whether the tree is in it; it stands beside it anyway.
    func groupInfo(_ request: Request) throws -> Answer {
        let group = try group()
        return Answer(
            tree: Bytes(try group.ratchetTree()),
            groupInfo: Bytes(try group.groupInfo(hasTree: request.withTree.or(true))))
    }
}
