import HPKE
import MLS
import Sodium

/// `key-schedule.json`: a group's secrets from epoch to epoch.
struct KeyScheduleVector: MLSVector {
    struct Epoch: Decodable, Sendable {
        let treeHash, commitSecret, pskSecret, confirmedTranscriptHash, groupContext: VectorBytes
        let joinerSecret, welcomeSecret, initSecret, senderDataSecret, encryptionSecret, exporterSecret: VectorBytes
        let epochAuthenticator, externalSecret, confirmationKey, membershipKey, resumptionPsk, externalPub: VectorBytes
        let exporter: Exporter
    }

    struct Exporter: Decodable, Sendable {
        let label: String
        let context: VectorBytes
        let length: UInt32
        let secret: VectorBytes
    }

    static let suiteName = "mls-key-schedule"
    static let field = "initial_init_secret"

    let cipherSuite: UInt16
    let groupId, initialInitSecret: VectorBytes
    let epochs: [Epoch]

    func passes(_ suite: CipherSuite) throws -> Bool {
        var initSecret = initialInitSecret.secret
        for (number, epoch) in epochs.enumerated() {
            let context = try EpochContext(
                GroupContext(
                    cipherSuite: cipherSuite, groupID: GroupID(groupId.bytes),
                    epoch: MLS.Epoch(rawValue: UInt64(number)), treeHash: epoch.treeHash.bytes,
                    confirmedTranscriptHash: epoch.confirmedTranscriptHash.bytes, extensions: []))
            guard context.bytes == epoch.groupContext.bytes,
                let schedule = epoch.schedule(after: initSecret, context),
                try epoch.exporter.isExported(by: schedule)
            else { return false }
            initSecret = schedule.initSecret
        }
        return !epochs.isEmpty
    }
}

extension KeyScheduleVector.Epoch {
    /// The epoch's key schedule; nil if any of its secrets isn't the file's.
    fileprivate func schedule(after initSecret: Secret, _ context: EpochContext) -> KeySchedule? {
        let joiner = JoinerSecret(initSecret: initSecret, commitSecret: commitSecret.secret, context: context)
        guard joinerSecret.equals(joiner.secret) else { return nil }
        let intermediate = joiner.mixing(pskSecret: pskSecret.secret)
        guard welcomeSecret.equals(intermediate.welcomeSecret) else { return nil }
        let secret = intermediate.epochSecret(context: context)
        guard hasMessageSecrets(of: secret) else { return nil }
        let schedule = secret.start(context, leafCount: .one).schedule
        return hasSecrets(of: schedule) ? schedule : nil
    }

    private func hasMessageSecrets(of secret: borrowing EpochSecret) -> Bool {
        senderDataSecret.equals(secret.derive("sender data"))
            && encryptionSecret.equals(secret.derive("encryption"))
            && membershipKey.equals(secret.derive("membership"))
            && confirmationKey.equals(secret.derive("confirm"))
    }

    private func hasSecrets(of schedule: KeySchedule) -> Bool {
        initSecret.equals(schedule.initSecret) && exporterSecret.equals(schedule.exporterSecret)
            && externalSecret.equals(schedule.externalSecret) && resumptionPsk.equals(schedule.resumptionPSK)
            && epochAuthenticator.bytes == schedule.epochAuthenticator
            && externalPub.bytes == schedule.externalKey().publicKey.bytes
    }
}

extension KeyScheduleVector.Exporter {
    fileprivate func isExported(by schedule: KeySchedule) throws -> Bool {
        try secret.equals(schedule.export(Label(label), context: context.bytes.span, byteCount: Int(length)))
    }
}
