import MLS
import Sodium

/// The floors of the table, each as a formula of n, the number of members, and of the lengths that were measured.
extension Arithmetic {
    /// RFC 9420 §6.1: 1 signature. §6.3.1, §9.1: 1 AEAD, under a key and nonce expanded from a ratchet's secret, with the
    /// next one. §6.3.2: 1 AEAD of 12 bytes, under a key and nonce expanded from the epoch's sender data secret.
    static func sealing(signed: Int, sealed: Int) -> Arithmetic {
        .of(.signature(signed), .seal(sealed), .seal(12)) + .expand(3) + .expand(2)
    }

    /// As ``sealing(signed:sealed:)``, the other way round.
    static func opening(signed: Int, sealed: Int) -> Arithmetic {
        .of(.verification(signed), .open(sealed), .open(12)) + .expand(3) + .expand(2)
    }

    /// RFC 9420 §10: 2 key pairs, the signature of the leaf (§7.2) and that of the whole.
    static func keyPackage(leaf: Int, package: Int) -> Arithmetic {
        2 * .of(.keyPair) + .of(.signature(leaf), .signature(package))
    }

    /// RFC 9420 §12.4.3.1: 1 HPKE message opened, bound to the whole sealed GroupInfo (§5.1.3); 1 AEAD, the GroupInfo's;
    /// 1 verification, the GroupInfo's; n verifications, the leaves' (§7.3); n leaves and n nodes hashed (§7.8); the
    /// epoch (§8), beginning with the intermediate secret.
    static func joining(
        _ n: Int, _ suite: CipherSuite, leaf: LeafLength, groupInfo: Int, context: Int
    ) throws -> Arithmetic {
        let secrets = try groupSecretsByteCount(suite)
        let welcome =
            Arithmetic.of(.decapsulation, .hash(groupInfo), .open(secrets), .open(groupInfo)) + .hpkeHashes(suite)
            + .expand(1) + .expand(2)
        return welcome + .of(.verification(groupInfo)) + n * .of(.verification(leaf.signed))
            + .treeHashes(leafCount: n, leafByteCount: leaf.whole) + .epoch(context: context)
    }

    /// RFC 9420 §12.4.1, for n − 1 key packages: 2(n − 1) verifications (§10.1: package and leaf); n − 1 packages hashed
    /// to their references (§5.2) and sealed to by HPKE (§12.4.3.1), bound to the same GroupInfo, which is hashed once;
    /// 2 signatures, the commit's and the GroupInfo's; 2 AEADs, theirs; the commit hashed into the transcript (§8.2);
    /// the tree hash (§7.8); the epoch (§8).
    static func adding(
        to n: Int, _ suite: CipherSuite, leaf: LeafLength, package: Int, commit: Int, groupInfo: Int, context: Int
    ) throws -> Arithmetic {
        let secrets = try groupSecretsByteCount(suite)
        let member =
            Arithmetic.of(
                .verification(leaf.signed), .verification(package), .hash(package), .encapsulation, .seal(secrets))
            + .hpkeHashes(suite)
        return (n - 1) * member + .of(.signature(commit), .signature(groupInfo), .seal(groupInfo), .seal(commit))
            + .of(.hash(commit), .hash(groupInfo)) + .treeHashes(leafCount: n, leafByteCount: leaf.whole)
            + .epoch(context: context) + .expand(1) + .expand(2) + .expand(3) + .expand(2)
    }

    /// RFC 9420 §7.4, §12.4.1: 1 key pair, the leaf's; on d levels a key pair from a path secret, with a parent hash and
    /// a tree hash; n − 1 HPKE messages (§7.6), for every other member is a node of its own in the resolutions; 2
    /// signatures, the leaf's and the commit's; the commit hashed (§8.2) and sealed (§6.3); the epoch (§8).
    static func committing(
        _ n: Int, _ suite: CipherSuite, leaf: LeafLength, commit: Int, context: Int
    ) -> Arithmetic {
        let levels = Arithmetic.levels(of: n)
        let sealed = Arithmetic.of(.encapsulation, .seal(suite.hashByteCount)) + .hpkeHashes(suite)
        return .of(.keyPair, .signature(leaf.signed)) + levels * (.pathNode(suite) + .newNodeHashes(suite))
            + (n - 1) * sealed + .of(.hash(context), .hash(leaf.whole))
            + .sealing(signed: commit, sealed: commit) + .of(.hash(commit)) + .epoch(context: context)
    }

    /// RFC 9420 §12.4.2: the commit opened, 2 verifications, the commit's and the leaf's; 1 HPKE message opened; one key
    /// pair from a path secret for each node above both members, on average `sharedNodes`; on all levels a parent hash
    /// and a tree hash; the commit hashed (§8.2); the epoch (§8).
    static func processing(
        _ n: Int, _ suite: CipherSuite, leaf: LeafLength, commit: Int, context: Int, sharedNodes: Int
    ) -> Arithmetic {
        let levels = Arithmetic.levels(of: n)
        return .opening(signed: commit, sealed: commit)
            + .of(.verification(leaf.signed), .decapsulation, .open(suite.hashByteCount), .hash(context))
            + .hpkeHashes(suite) + sharedNodes * .pathNode(suite) + levels * .newNodeHashes(suite)
            + .of(.hash(leaf.whole), .hash(commit)) + .epoch(context: context)
    }

    /// What a Welcome seals to each, where the commit has no path and no PSKs (RFC 9420 §12.4.3.1).
    private static func groupSecretsByteCount(_ suite: CipherSuite) throws -> Int {
        try GroupSecrets(joinerSecret: suite.zeroSecret, pathSecret: nil, psks: []).encoded().byteCount
    }

    /// How many nodes stand above a leaf.
    static func levels(of n: Int) -> Int { Int.bitWidth - (n - 1).leadingZeroBitCount }
}
