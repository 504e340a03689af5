import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct KeyScheduleVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(KeyScheduleVector.counts() == [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1])
        #expect(KeyScheduleVector.supported().map(\.cipherSuite) == [1, 3])
        #expect(KeyScheduleVector.supported().allSatisfy { $0.epochs.count == 5 })
    }

    @Test(arguments: KeyScheduleVector.supported())
    func followsThePublishedEpochs(_ vector: KeyScheduleVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        var initSecret = Secret(copying: vector.initialInitSecret.bytes)
        for (number, epoch) in vector.epochs.enumerated() {
            let context = try context(vector, epoch, number)
            #expect(context.bytes == epoch.groupContext.bytes)
            let joiner = JoinerSecret(
                initSecret: initSecret, commitSecret: Secret(copying: epoch.commitSecret.bytes), context: context)
            #expect(joiner.secret.copied == epoch.joinerSecret.bytes)
            let intermediate = joiner.mixing(pskSecret: Secret(copying: epoch.pskSecret.bytes))
            #expect(intermediate.welcomeSecret.copied == epoch.welcomeSecret.bytes)
            let secret = intermediate.epochSecret(context: context)
            checkSecrets(secret, epoch)
            let started = secret.start(context, leafCount: .one)
            checkKept(started, epoch)
            #expect(started.isConfirmed(by: suite.mac(key: epoch.confirmationKey.bytes, context.hash)))
            try checkDerived(started.schedule, epoch)
            initSecret = started.schedule.initSecret
        }
    }

    private func context(
        _ vector: KeyScheduleVector, _ epoch: KeyScheduleVector.Epoch, _ number: Int
    ) throws -> EpochContext {
        try EpochContext(
            GroupContext(
                cipherSuite: vector.cipherSuite, groupID: GroupID(vector.groupId.bytes),
                epoch: Epoch(rawValue: UInt64(number)), treeHash: epoch.treeHash.bytes,
                confirmedTranscriptHash: epoch.confirmedTranscriptHash.bytes, extensions: []))
    }

    private func checkSecrets(_ secret: borrowing EpochSecret, _ epoch: KeyScheduleVector.Epoch) {
        #expect(secret.derive("sender data").copied == epoch.senderDataSecret.bytes)
        #expect(secret.derive("encryption").copied == epoch.encryptionSecret.bytes)
        #expect(secret.derive("membership").copied == epoch.membershipKey.bytes)
        #expect(secret.derive("confirm").copied == epoch.confirmationKey.bytes)
    }

    private func checkKept(_ started: StartedEpoch, _ epoch: KeyScheduleVector.Epoch) {
        #expect(started.schedule.initSecret.copied == epoch.initSecret.bytes)
        #expect(started.schedule.exporterSecret.copied == epoch.exporterSecret.bytes)
        #expect(started.schedule.externalSecret.copied == epoch.externalSecret.bytes)
        #expect(started.schedule.resumptionPSK.copied == epoch.resumptionPsk.bytes)
        #expect(started.schedule.epochAuthenticator == epoch.epochAuthenticator.bytes)
    }

    private func checkDerived(_ schedule: KeySchedule, _ epoch: KeyScheduleVector.Epoch) throws {
        #expect(schedule.externalKey().publicKey.bytes == epoch.externalPub.bytes)
        let exporter = epoch.exporter
        let exported = try schedule.export(
            Label(exporter.label), context: exporter.context.bytes.span, byteCount: exporter.length)
        #expect(exported.copied == exporter.secret.bytes)
    }
}

extension EpochContext {
    fileprivate var hash: [UInt8] { groupContext.confirmedTranscriptHash }
}
