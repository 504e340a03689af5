package import Sodium

/// `epoch_secret` (RFC 9420 §8): everything that an epoch's members share comes from it, then it is gone.
package struct EpochSecret: ~Copyable {
    private let suite: CipherSuite
    private let derivation: Derivation

    init(_ suite: CipherSuite, _ secret: Secret) {
        self.suite = suite
        derivation = Derivation(from: secret)
    }

    /// The secret of a new group's first epoch (RFC 9420 §11).
    package init(_ suite: CipherSuite, random: RandomSource) {
        self.init(suite, Secret(random.secret(byteCount: suite.hashByteCount)))
    }

    /// Makes all of the epoch's secrets (table 4 of RFC 9420 §8).
    ///
    /// The confirmation key is used here and nowhere else: the transcript that it confirms stands in the context.
    package consuming func start(_ context: EpochContext, leafCount: LeafCount) -> StartedEpoch {
        let confirmationTag = confirmationTag(context.groupContext.confirmedTranscriptHash.span)
        let schedule = KeySchedule(
            suite: suite, initSecret: derive(.initial), exporterSecret: derive(.exporter),
            externalSecret: derive(.external), resumptionPSK: derive(.resumption),
            epochAuthenticator: derive(.authentication).withBytes { [UInt8](copying: $0) })
        let secrets = EpochSecrets(
            context: context, senderDataSecret: derive(.senderData), membershipKey: derive(.membership),
            tree: SecretTree(suite, encryptionSecret: derive(.encryption), leafCount: leafCount))
        return StartedEpoch(schedule: schedule, secrets: secrets, confirmationTag: confirmationTag)
    }

    /// `confirmation_key`, then the tag of RFC 9420 §6.1.
    package func confirmationTag(_ confirmedTranscriptHash: Span<UInt8>) -> [UInt8] {
        derive(.confirmation).withBytes { suite.mac(key: $0, confirmedTranscriptHash) }
    }

    /// DeriveSecret of one of the table's labels.
    package func derive(_ label: Label) -> Secret {
        Secret(derivation.expand(label, byteCount: suite.hashByteCount))
    }
}
