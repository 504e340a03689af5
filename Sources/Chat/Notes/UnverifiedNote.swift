import Identity
import MLS
import Sodium
import TLSCodec

/// A note as it came.
struct UnverifiedNote: TLSStruct, Hashable, Sendable {
    let credential: [UInt8]
    let recipient: IdentityKey
    let kind: NoteKind
    let body: [UInt8]
    private(set) var signature: [UInt8]

    private static let version: UInt16 = 1

    init(
        from sender: RoomClient, to recipient: IdentityKey, _ kind: NoteKind, _ body: [UInt8]
    ) throws(CodecError) {
        credential = sender.credential.encoded
        (self.recipient, self.kind, self.body) = (recipient, kind, body)
        signature = [UInt8](repeating: 0, count: Ed25519.signatureByteCount)
        signature = sender.signature(for: try signedBytes())
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in Self.version }) == Self.version else { throw .invalidValue }
        credential = try v.opaque(.uint16) { $0.credential }
        recipient = try v.key { $0.recipient }
        kind = try v.nested { $0.kind }
        body = try v.opaque(.uint32, in: 0...ChatLimits.noteBodyBytesMax) { $0.body }
        signature = try v.fixed(Ed25519.signatureByteCount) { $0.signature }
    }

    /// "sotto note 1" ‖ \0 ‖ all that stands before the signature.
    func signedBytes() throws(CodecError) -> [UInt8] {
        Domain.note.bytes + (try encoded()).dropLast(Ed25519.signatureByteCount)
    }
}

extension RoomClient {
    fileprivate func signature(for bytes: [UInt8]) -> [UInt8] {
        deviceKey.withSeed { seed in
            do throws(SodiumError) { return try Ed25519.SecretKey(seed: seed).signature(for: bytes) } catch {
                preconditionFailure("a seed is 32 bytes long")
            }
        }
    }
}
