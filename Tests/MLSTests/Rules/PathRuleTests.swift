import HPKE
import MLS
import Sodium
import Testing

/// RFC 9420 §7.3, §7.5, §7.6, §12.4: paths that a commit may not have, or may not be without.
struct PathRuleTests {
    @Test func refusesACommitThatNeedsAPathAndHasNone() throws {
        var company = try Company()
        let other = RogueMember(company.others[0], company.players[2])
        let update = try company.cache(other.signed(.proposal(other.update()), as: .publicMessage))
        let lists: [[ProposalOrRef]] = [
            [], [.proposal(.remove(Remove(removed: company.honest.ownLeafIndex)))], [.reference(update)],
            [.proposal(.groupContextExtensions(GroupContextExtensions(extensions: [])))],
        ]
        for list in lists {
            try expectRefusal(of: company.rogue.commit(list), by: company.honest, for: .commitPathRequired)
        }
    }

    @Test func refusesAPathWithANodeTooFewOrTooMany() throws {
        let company = try Company(of: 5)
        let path = try company.rogue.path()
        let nodes = path.update.nodes
        #expect(nodes.count == 3)
        for wrong in [[], Array(nodes.dropLast()), Array(nodes.dropFirst()), nodes + [nodes[0]]] {
            try expectRefusal(
                of: company.rogue.commit([], path.with(nodes: wrong)), by: company.honest, for: .pathLength)
        }
    }

    @Test func refusesAPathNodeWithACiphertextTooFewOrTooMany() throws {
        let company = try Company(of: 5)
        let path = try company.rogue.path()
        for place in path.update.nodes.indices {
            let ciphertexts = path.update.nodes[place].encryptedPathSecrets
            for wrong in [Array(ciphertexts.dropLast()), ciphertexts + ciphertexts] {
                var nodes = path.update.nodes
                nodes[place] = nodes[place].changed(ciphertexts: wrong)
                try expectRefusal(
                    of: company.rogue.commit([], path.with(nodes: nodes)), by: company.honest, for: .pathCiphertextCount
                )
            }
        }
    }

    @Test func refusesASecretSealedToSomebodyWhomTheSameCommitAdds() throws {
        let company = try Company()
        let package = try Player("newcomer").bundle().keyPackage
        let path = try company.rogue.path(applying: { tree in
            _ = try tree.add(package.leafNode)
            return []
        })
        let commit = try company.rogue.commit([.proposal(.add(Add(keyPackage: package)))], path)
        try expectRefusal(of: commit, by: company.honest, for: .pathCiphertextCount)
    }

    @Test func refusesAPathKeyThatSomeNodeHas() throws {
        let company = try Company(of: 5)
        let path = try company.rogue.path()
        let tree = company.rogue.group.epoch.tree
        let nodes = path.update.nodes
        let taken = try [
            #require(tree[LeafIndex(rawValue: 4)]).encryptionKey, #require(tree[company.rogue.leaf]).encryptionKey,
            #require(tree.parent(at: NodeIndex(5))).encryptionKey,
            #require(tree.parent(at: NodeIndex(1))).encryptionKey,
            nodes[1].encryptionKey, path.update.leafNode.encryptionKey,
        ]
        for key in taken {
            var wrong = nodes
            wrong[0] = wrong[0].changed(key: key)
            try expectRefusal(
                of: company.rogue.commit([], path.with(nodes: wrong)), by: company.honest, for: .pathKeysUnique)
        }
        let leaf = try company.rogue.leaf(replacing: path.update.leafNode) {
            $0.changed(encryptionKey: nodes[0].encryptionKey)
        }
        try expectRefusal(of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .pathKeysUnique)
    }

    @Test(arguments: [0, 31, 33, 1_216]) func refusesAPathKeyOfAnotherLength(_ count: Int) throws {
        let company = try Company()
        let path = try company.rogue.path()
        let key = HPKEPublicKey([UInt8](repeating: 9, count: count))
        var nodes = path.update.nodes
        nodes[0] = nodes[0].changed(key: key)
        try expectRefusal(
            of: company.rogue.commit([], path.with(nodes: nodes)), by: company.honest, for: .encryptionKeyForm)
        let leaf = try company.rogue.leaf(replacing: path.update.leafNode) { $0.changed(encryptionKey: key) }
        try expectRefusal(
            of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .encryptionKeyForm)
    }

    @Test func refusesAPathWhoseKeysDoNotFollowFromItsSecrets() throws {
        let company = try Company(of: 2)
        let suite = company.rogue.suite
        let secret = [UInt8](repeating: 5, count: 32)
        let fitting = HPKEPublicKey(try PathSecret(Secret(copying: secret)).key(suite).publicKey)
        let other = HPKEPublicKey(KEMSecretKey.random(suite.hpke.kem, from: .system).publicKey)
        let wrong = try company.rogue.pathOfTwo(key: other, sealing: secret)
        try expectRefusal(of: company.rogue.commit([], wrong), by: company.honest, for: .pathKeysFollow)
        // With the key that does follow only the tag is left to be wrong: the commit secret isn't this one.
        let right = try company.rogue.pathOfTwo(key: fitting, sealing: secret)
        try expectRefusal(of: company.rogue.commit([], right), by: company.honest, for: .confirmationTag)
    }

    @Test(arguments: [0, 1, 31, 33, 64]) func refusesAPathSecretOfAnotherLength(_ count: Int) throws {
        let company = try Company(of: 2)
        let key = HPKEPublicKey(KEMSecretKey.random(company.rogue.suite.hpke.kem, from: .system).publicKey)
        let path = try company.rogue.pathOfTwo(key: key, sealing: [UInt8](repeating: 5, count: count))
        try expectRefusal(of: company.rogue.commit([], path), by: company.honest, for: .pathSecretLength)
    }

    @Test func refusesAPathSecretThatDoesNotOpen() throws {
        let company = try Company(of: 2)
        let path = try company.rogue.path()
        let sealed = path.update.nodes[0].encryptedPathSecrets[0]
        var flipped = sealed.ciphertext
        flipped[0] ^= 1
        let lowOrder = [UInt8](repeating: 0, count: 32)
        let wrong = [
            HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: flipped),
            HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: []),
            HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: Array(sealed.ciphertext.dropLast())),
            HPKECiphertext(encapsulation: lowOrder, ciphertext: sealed.ciphertext),
            HPKECiphertext(encapsulation: [], ciphertext: sealed.ciphertext),
        ]
        for ciphertext in wrong {
            let nodes = [path.update.nodes[0].changed(ciphertexts: [ciphertext])]
            try expectRefusal(
                of: company.rogue.commit([], path.with(nodes: nodes)), by: company.honest, as: .pathDoesNotOpen)
        }
    }

    /// A rogue shuts out one of four: everything that the others see is right.
    @Test(arguments: [false, true]) func aSecretBrokenForOneMemberIsRefusedByThatMemberAlone(_ isPrivate: Bool) throws {
        var company = try Company(of: 4)
        let path = try company.rogue.path()
        let sealed = path.update.nodes[0].encryptedPathSecrets[0]
        var flipped = sealed.ciphertext
        flipped[0] ^= 1
        var nodes = path.update.nodes
        nodes[0] = nodes[0].changed(
            ciphertexts: [HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: flipped)])
        let commit = try company.rogue.commit([], path.with(nodes: nodes), isPrivate: isPrivate)
        try expectRefusal(of: commit, by: company.honest, as: .pathDoesNotOpen)
        #expect(MLSError.pathDoesNotOpen.concernsThisMemberAlone)
        for index in company.others.indices { try company.others[index].follow(commit) }
        #expect(try company.others[0].epochAuthenticator == company.others[1].epochAuthenticator)
        #expect(company.others[0].memberCount == 4)
    }

    @Test func whatEverybodySeesConcernsNobodyAlone() throws {
        let alone = ValidationRule.allCases.filter { MLSError.invalid($0).concernsThisMemberAlone }
        #expect(Set(alone) == [.pathSecretLength, .pathKeysFollow])
        #expect(MLSError.missingUpdateSecret(ProposalRef([1])).concernsThisMemberAlone)
        let psk = PreSharedKeyID.external(id: [1], nonce: [])
        for error in [MLSError.doesNotOpen, .missingProposal(ProposalRef([1])), .missingPSK(psk), .wrongEpoch] {
            #expect(!error.concernsThisMemberAlone)
        }
    }

    @Test func refusesALeafWithAnotherParentHash() throws {
        let company = try Company()
        let path = try company.rogue.path()
        for hash in [[], [UInt8](repeating: 1, count: 32)] {
            let leaf = try company.rogue.leaf(replacing: path.update.leafNode) {
                $0.changed(source: .commit(parentHash: hash))
            }
            try expectRefusal(
                of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .commitParentHash)
        }
    }

    @Test func refusesALeafThatSaysItCameByAnUpdateOrAKeyPackage() throws {
        let company = try Company()
        let path = try company.rogue.path()
        for source in [LeafNodeSource.update, .keyPackage(.standard(from: Player.now))] {
            let leaf = try company.rogue.leaf(replacing: path.update.leafNode) { $0.changed(source: source) }
            try expectRefusal(
                of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .leafSourceCommit)
        }
    }

    @Test func refusesALeafWithTheEncryptionKeyThatItHad() throws {
        let company = try Company()
        let path = try company.rogue.path()
        let old = try #require(company.rogue.group.member(at: company.rogue.leaf)).leafNode.encryptionKey
        let leaf = try company.rogue.leaf(replacing: path.update.leafNode) { $0.changed(encryptionKey: old) }
        try expectRefusal(of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .commitKeyFresh)
    }

    @Test func refusesALeafSignedForAnotherPlaceOrGroupOrByAnother() throws {
        let company = try Company()
        let path = try company.rogue.path()
        let right = path.update.leafNode
        let wrong = [
            try company.rogue.leaf(replacing: right, at: LeafIndex(rawValue: 1)) { $0 },
            try company.rogue.leaf(replacing: right, in: GroupID([1])) { $0 },
            try company.rogue.leaf(replacing: right, signedBy: company.players[2].key) { $0 },
            right.changed(), right.changed().signed([UInt8](repeating: 0, count: 64)),
        ]
        for leaf in wrong {
            try expectRefusal(
                of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .leafSignature)
        }
    }

    @Test func refusesALeafWithTheSignatureKeyOfAnotherMember() throws {
        let company = try Company()
        let path = try company.rogue.path()
        let accomplice = company.players[2].key
        let leaf = try company.rogue.leaf(replacing: path.update.leafNode, signedBy: accomplice) {
            $0.changed(signatureKey: accomplice.publicKey)
        }
        try expectRefusal(
            of: company.rogue.commit([], path.with(leaf: leaf)), by: company.honest, for: .leafSignatureKeyUnique)
    }

    @Test func asksTheApplicationWhenALeafShowsAnotherCredential() throws {
        let other = Credential.basic(identity: Array("somebody else".utf8))
        let company = try Company()
        let commit = try company.rogue.commit([], company.rogue.path(leaf: { $0.changed(credential: other) }))
        try expectRefusal(of: commit, by: company.honest, for: .credentialSuccessor)
        let lenient = CredentialPolicy(isSuccessor: { _, _ in true })
        var open = try Company(configuration: GroupConfiguration(credentials: lenient))
        let change = try open.rogue.commit([], open.rogue.path(leaf: { $0.changed(credential: other) }))
        let staged = try open.honest.staged(change)
        #expect(staged.effects.updated.count == 1)
        #expect(staged.effects.updated.first?.changesCredential == true)
        #expect(staged.effects.updated.first?.new.credential == other)
    }
}
