package import HPKE
package import Sodium

/// What an epoch's members share until the next commit, beside its messages' keys (RFC 9420 §8).
///
/// Drop it when the next epoch is merged: with `initSecret` and a commit's path the next epoch can be read.
package struct KeySchedule: Sendable {
    package let suite: CipherSuite
    /// What the next epoch is made from.
    package let initSecret: Secret
    package let exporterSecret: Secret
    package let externalSecret: Secret
    /// May outlive the epoch, as far as the configuration says (§8.6).
    package let resumptionPSK: Secret
    /// What two members compare (§8.7): made to be shown.
    package let epochAuthenticator: [UInt8]
}

extension KeySchedule {
    /// MLS-Exporter (RFC 9420 §8.5): a secret of the application's own. One label a purpose.
    ///
    /// - Throws: ``MLSError/overLimit`` beyond ``MLSLimits/exportedByteCountMax`` bytes, or below 0.
    package func export(_ label: Label, context: Span<UInt8>, byteCount: Int) throws(MLSError) -> SecretBytes {
        guard byteCount >= 0, byteCount <= MLSLimits.exportedByteCountMax else { throw .overLimit }
        let hash = suite.hash(context)
        let derivation = Derivation(from: suite.deriveSecret(exporterSecret, label))
        return derivation.expand(.exported, context: hash.span, byteCount: byteCount)
    }

    /// The key pair of which a GroupInfo publishes the public half, for external commits (RFC 9420 §8). Making it costs
    /// as much as any key pair: keep it where it is needed twice.
    package func externalKey() -> KEMSecretKey {
        do throws(HPKEError) {
            return try externalSecret.withBytes { (secret) throws(HPKEError) in
                try KEMSecretKey.derive(suite.hpke.kem, from: secret)
            }
        } catch { preconditionFailure("a hash is as long as a KEM asks for") }
    }

    /// The init secret that a joiner's ExternalInit brings (RFC 9420 §8.3).
    ///
    /// - Throws: `.invalid(.externalInitOutput)` for a KEM output that doesn't open.
    package func initSecret(fromExternal kemOutput: [UInt8]) throws(MLSError) -> Secret {
        do throws(HPKEError) {
            let context = try suite.hpke.setupRecipient(
                encapsulation: kemOutput.span, with: externalKey(), info: Span())
            return Secret(
                try context.export(context: Self.externalInitContext.span, byteCount: suite.hashByteCount))
        } catch { throw .invalid(.externalInitOutput) }
    }

    static let externalInitContext = Array("MLS 1.0 external init secret".utf8)
}

extension CipherSuite {
    /// Begins an external commit: what goes to the group, and the init secret that it makes (RFC 9420 §8.3).
    ///
    /// - Throws: `.invalid(.encryptionKeyForm)` for a key of the group's that nobody can be sealed to with.
    package func externalInit(
        to key: KEMPublicKey, random: RandomSource
    ) throws(MLSError) -> (kemOutput: [UInt8], initSecret: Secret) {
        do throws(HPKEError) {
            let sender = try hpke.setupSender(to: key, info: Span(), random: random)
            let secret = try sender.export(
                context: KeySchedule.externalInitContext.span, byteCount: hashByteCount)
            return (sender.encapsulation, Secret(secret))
        } catch { throw .invalid(.encryptionKeyForm) }
    }
}
