/// What is said before anything that this room signs or hashes, so that nothing made for one purpose serves another.
///
/// Each is ASCII text ending in a version number. Before data it stands with one zero byte behind it: text holds no
/// zero, so no domain with its data can be read as another domain with other data. The safety number's stands bare,
/// as docs/protocol.md lays it out; no other domain begins like it.
package enum Domain: String, CaseIterable, Sendable {
    /// Signed by the identity key.
    case credential = "sotto credential 1"
    /// Signed by the device key.
    case lineCertificate = "sotto line certificate 1"
    /// Hashed: BLAKE2b-256.
    case hello = "sotto hello 1"
    case identityFingerprint = "sotto identity fingerprint 1"
    case deviceFingerprint = "sotto device fingerprint 1"
    case lineFingerprint = "sotto line fingerprint 1"
    case relayFingerprint = "sotto relay fingerprint 1"
    /// Hashed: what a room's log is before its first entry.
    case roomLog = "sotto room log 1"
    /// Hashed: what a room's log is up to an entry.
    case roomHead = "sotto room head 1"
    /// Signed by a room's access key, to open its log.
    case roomOpening = "sotto room opening 1"
    /// Signed by an invite link's key, to read a room's public state.
    case linkOpening = "sotto link opening 1"
    /// Derived: an invite link's key that signs, and the one that opens.
    case linkSigning = "sotto link signing 1"
    case linkSealing = "sotto link sealing 1"
    /// Signed by an invite link's key, for the leaf of whoever joins by it.
    case linkMark = "sotto link mark 1"
    /// HPKE's info: an external commit on its way to the members.
    case joiningCommit = "sotto joining commit 1"
    /// HPKE's info: the key of a room's public state, for a link.
    case publicStateKey = "sotto public state key 1"
    /// Associated data: a room's public state.
    case publicState = "sotto public state 1"
    /// Signed by a device key: what it tells another device through its inbox.
    case note = "sotto note 1"
    /// Hashed: SHA-512, 5200 times.
    case safetyNumber = "sotto safety number 1"

    /// What is signed or hashed before the data.
    package var bytes: [UInt8] {
        switch self {
        case .safetyNumber: Array(rawValue.utf8)
        default: Array(rawValue.utf8) + [0]
        }
    }
}
