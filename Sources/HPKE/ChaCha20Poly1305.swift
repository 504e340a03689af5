import Sodium

/// RFC 8439, from libsodium. Lengths are the caller's to check.
enum ChaCha20Poly1305 {
    static func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> [UInt8] {
        do throws(SodiumError) {
            return try AEADAlgorithm.chaCha20Poly1305.seal(
                plaintext, key: key, nonce: nonce, authenticating: associatedData)
        } catch { throw HPKEError(error) }
    }

    static func open(
        _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        do throws(SodiumError) {
            return try AEADAlgorithm.chaCha20Poly1305.open(
                ciphertext, key: key, nonce: nonce, authenticating: associatedData)
        } catch { throw HPKEError(error) }
    }
}
