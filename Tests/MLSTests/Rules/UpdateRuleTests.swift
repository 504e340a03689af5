import MLS
import Sodium
import Testing

/// RFC 9420 §7.3, §12.1.2: Updates that may not be proposed.
struct UpdateRuleTests {
    @Test func refusesAnUpdateThatKeepsItsEncryptionKey() throws {
        let company = try Company()
        let old = try #require(company.rogue.group.member(at: company.rogue.leaf)).leafNode.encryptionKey
        let update = try company.rogue.update { $0.changed(encryptionKey: old) }
        try expectRefusal(of: company.rogue.proposal(update), by: company.honest, for: .updateKeyFresh)
    }

    @Test func refusesAnUpdateWhoseLeafSaysOtherwise() throws {
        let company = try Company()
        for source in [LeafNodeSource.commit(parentHash: []), .keyPackage(.standard(from: Player.now))] {
            let update = try company.rogue.update { $0.changed(source: source) }
            try expectRefusal(of: company.rogue.proposal(update), by: company.honest, for: .leafSourceUpdate)
        }
    }

    @Test func refusesAnUpdateSignedForAnotherPlaceOrGroupOrByAnother() throws {
        let company = try Company()
        let updates = [
            try company.rogue.update(at: LeafIndex(rawValue: 1)), try company.rogue.update(in: GroupID([1])),
            try company.rogue.update(signedBy: company.players[2].key),
        ]
        for update in updates {
            try expectRefusal(of: company.rogue.proposal(update), by: company.honest, for: .leafSignature)
        }
    }

    @Test func refusesAnUpdateToAnotherCredentialUnlessTheApplicationAgrees() throws {
        let company = try Company()
        let update = try company.rogue.update { $0.changed(credential: .basic(identity: [0])) }
        try expectRefusal(of: company.rogue.proposal(update), by: company.honest, for: .credentialSuccessor)
    }

    /// A clone of this member proposed it: only the clone has its key.
    @Test func refusesACommitOfAnUpdateInItsOwnNameThatItDidNotMake() throws {
        var company = try Company()
        let clone = RogueMember(company.honest, company.players[1])
        let update = try clone.update()
        let reference = try company.cache(clone.signed(.proposal(update), as: .publicMessage))
        let path = try company.rogue.path(applying: { tree in
            try tree.update(clone.leaf, to: #require(update.asUpdate).leafNode)
            return []
        })
        let commit = try company.rogue.commit([.reference(reference)], path)
        try expectRefusal(of: commit, by: company.honest, as: .missingUpdateSecret(reference))
    }

    @Test func refusesToCommitAnUpdateWithTheKeysOfAnotherMember() throws {
        let victim = LeafIndex(rawValue: 1)
        let changes: [(ValidationRule, (LeafNode, LeafNode) -> LeafNode)] = [
            (.leafEncryptionKeyUnique, { $0.changed(encryptionKey: $1.encryptionKey) }),
            (.leafSignatureKeyUnique, { $0.changed(signatureKey: $1.signatureKey) }),
        ]
        for (rule, change) in changes {
            var company = try Company()
            let other = RogueMember(company.others[0], company.players[2])
            let taken = try #require(company.honest.member(at: victim)).leafNode
            let signer = rule == .leafSignatureKeyUnique ? company.players[1].key : nil
            let update = try other.update(signedBy: signer) { change($0, taken) }
            let reference = try company.cache(other.signed(.proposal(update), as: .publicMessage))
            let path = try company.rogue.path(applying: { tree in
                try tree.update(other.leaf, to: #require(update.asUpdate).leafNode)
                return []
            })
            let commit = try company.rogue.commit([.reference(reference)], path)
            try expectRefusal(of: commit, by: company.honest, for: rule)
        }
    }
}
