import Crypto
import Sodium

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// AES-128-GCM (NIST SP 800-38D), which libsodium 1.0.18 hasn't. Lengths are the caller's to check.
///
/// The interface underneath takes arrays and gives `Data`: the copies are wiped here, but for an opened plaintext of
/// less than 15 bytes, which `Data` copies into itself before anybody can reach the first place.
enum AES128GCM {
    /// More than BoringSSL's frames take, key schedule and all.
    private static let stackByteCount = 8_192

    static func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> [UInt8] {
        let key = symmetricKey(key)
        var plaintext = [UInt8](copying: plaintext)
        defer {
            plaintext.wipe()
            SecretMemory.wipeStack(byteCount: stackByteCount)
        }
        do {
            let box = try AES.GCM.seal(
                plaintext, using: key, nonce: AES.GCM.Nonce(data: [UInt8](copying: nonce)),
                authenticating: [UInt8](copying: associatedData))
            guard let combined = box.combined else { throw HPKEError.wrongLength }
            return [UInt8](combined.dropFirst(nonce.count))
        } catch { throw .wrongLength }
    }

    static func open(
        _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        let key = symmetricKey(key)
        defer { SecretMemory.wipeStack(byteCount: stackByteCount) }
        do {
            let box = try AES.GCM.SealedBox(combined: [UInt8](copying: nonce) + [UInt8](copying: ciphertext))
            var opened = try AES.GCM.open(box, using: key, authenticating: [UInt8](copying: associatedData))
            let secret = SecretBytes(copying: opened.span)
            var span = opened.mutableSpan
            span.wipe()
            return secret
        } catch { throw .doesNotOpen }
    }

    private static func symmetricKey(_ bytes: Span<UInt8>) -> SymmetricKey {
        var copy = [UInt8](copying: bytes)
        defer { copy.wipe() }
        return SymmetricKey(data: copy)
    }
}
