import Sodium
public import TLSCodec

/// A key that verifies a member's signatures, as it stands in a leaf (RFC 9420 §5.1.1).
///
/// Its bytes may be anything: whether they are a key of the suite shows when a signature is verified.
public struct SignaturePublicKey: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Throws: ``ValidationRule/signatureKeyForm`` for bytes that are no key of any suite of this library.
    func checkForm() throws(MLSError) {
        do throws(SodiumError) { _ = try Ed25519.PublicKey(bytes) } catch { throw .invalid(.signatureKeyForm) }
    }

    /// Bytes of another length are no key and verify nothing; points of low order neither.
    func isValid(_ signature: Span<UInt8>, for message: Span<UInt8>) -> Bool {
        do throws(SodiumError) { return try Ed25519.PublicKey(bytes).isValid(signature, for: message) } catch {
            return false
        }
    }
}
