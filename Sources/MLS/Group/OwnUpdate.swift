package import HPKE

/// The secrets of an Update that this member proposed: needed if somebody commits it, gone with the epoch.
package struct OwnUpdate: Sendable {
    let reference: ProposalRef
    package let leafKey: KEMSecretKey
    let signatureKey: SignatureSecretKey
}
