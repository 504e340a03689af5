package import Identity
package import MLS
import Synchronization

/// Credentials whose signature held, by their bytes: each is verified once, however many rooms and commits show it.
package final class VerifiedCredentials: Sendable {
    private static let countMax = 16_384

    private let known = Mutex<[[UInt8]: Identity.Credential]>([:])

    package init() {}

    /// The credential that a leaf shows; nothing unless it is of the one kind that rooms have, and signed.
    package func credential(_ shown: MLS.Credential) -> Identity.Credential? {
        guard case .basic(let bytes) = shown else { return nil }
        if let known = known.withLock({ $0[bytes] }) { return known }
        guard let verified = try? UnverifiedCredential(bytes).verified() else { return nil }
        known.withLock { known in
            if known.count >= Self.countMax { known.removeAll() }
            known[bytes] = verified
        }
        return verified
    }

    /// How rooms judge credentials (PROTOCOL.md §1): a leaf is signed with the device key that its credential names,
    /// and a credential gives way only to a newer one of the same device of the same person.
    package var policy: CredentialPolicy {
        CredentialPolicy(
            isValid: { [self] shown, key in credential(shown)?.deviceKey.bytes == key.bytes },
            isSuccessor: { [self] old, new in
                guard let old = credential(old), let new = credential(new) else { return false }
                return new.mayReplace(old)
            },
            isSameClient: { [self] left, right in
                guard let left = credential(left), let right = credential(right) else { return false }
                return left.identityKey == right.identityKey && left.deviceKey == right.deviceKey
            })
    }
}
