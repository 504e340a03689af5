package import Identity
import Sodium
import TLSCodec

/// What one device tells another through its inbox: version(2) ‖ opaque credential(2) ‖ recipient's identity key(32) ‖
/// kind(2) ‖ opaque body(4) ‖ signature(64), padded, and sealed by ``SealedNote``.
///
/// Holding one means that it was opened here, is for this identity, and was signed by the device that its credential
/// names. It doesn't mean that it is new: a relay may keep it back, or deliver it twice.
package struct Note: Sendable {
    package let sender: Identity.Credential
    package let kind: NoteKind
    package let body: [UInt8]

    init(_ unverified: UnverifiedNote, to recipient: IdentityKey) throws(NoteError) {
        guard unverified.recipient.isSame(as: recipient) else { throw .otherRecipient }
        guard let sender = try? UnverifiedCredential(unverified.credential).verified(),
            let signed = try? unverified.signedBytes(),
            sender.deviceKey.publicKey.isValid(unverified.signature, for: signed)
        else { throw .notSigned }
        (self.sender, kind, body) = (sender, unverified.kind, unverified.body)
    }
}

/// Why a note isn't read.
package enum NoteError: Error, Equatable, Sendable {
    case malformed
    case doesNotOpen
    case otherRecipient
    case notSigned
}

/// What a note is for. Not an enumeration: those of newer clients are passed over.
package struct NoteKind: Hashable, Sendable, TLSNumber {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A device asks to be added to a room again.
    package static let readding = NoteKind(rawValue: 1)
}
