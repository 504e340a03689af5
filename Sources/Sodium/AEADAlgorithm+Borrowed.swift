import CSodium

/// With a key that lies elsewhere and is used once: it is copied nowhere. A key that is kept is an ``AEADKey``.
extension AEADAlgorithm {
    /// The ciphertext with its tag, 16 bytes longer than the plaintext.
    ///
    /// - Throws: ``SodiumError/wrongLength`` for a key that isn't 32 bytes long, or a nonce of the other algorithm.
    package func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(SodiumError) -> [UInt8] {
        guard key.count == Self.keyByteCount, nonce.count == nonceByteCount else { throw .wrongLength }
        SodiumLibrary.start()
        let encrypt =
            switch self {
            case .chaCha20Poly1305: unsafe crypto_aead_chacha20poly1305_ietf_encrypt
            case .xChaCha20Poly1305: unsafe crypto_aead_xchacha20poly1305_ietf_encrypt
            }
        return unsafe [UInt8](count: plaintext.count + Self.tagByteCount) { output in
            unsafe plaintext.withPointer { text, textCount in
                unsafe associatedData.withPointer { data, dataCount in
                    unsafe key.withPointer { key, _ in
                        unsafe nonce.withPointer { nonce, _ in
                            _ = unsafe encrypt(
                                output, nil, text, UInt64(textCount), data, UInt64(dataCount), nil, nonce, key)
                        }
                    }
                }
            }
        }
    }

    /// The plaintext, straight into memory of its own that is wiped in the end.
    ///
    /// - Throws: ``SodiumError/doesNotOpen``, also for a ciphertext below 16 bytes; ``SodiumError/wrongLength`` for a
    ///   key that isn't 32 bytes long, or a nonce of the other algorithm.
    package func open(
        _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(SodiumError) -> SecretBytes {
        guard key.count == Self.keyByteCount, nonce.count == nonceByteCount else { throw .wrongLength }
        guard ciphertext.count >= Self.tagByteCount else { throw .doesNotOpen }
        SodiumLibrary.start()
        let decrypt =
            switch self {
            case .chaCha20Poly1305: unsafe crypto_aead_chacha20poly1305_ietf_decrypt
            case .xChaCha20Poly1305: unsafe crypto_aead_xchacha20poly1305_ietf_decrypt
            }
        let opened = SecretBytes(zeroed: ciphertext.count - Self.tagByteCount)
        let result = unsafe ciphertext.withPointer { text, textCount in
            unsafe associatedData.withPointer { data, dataCount in
                unsafe key.withPointer { key, _ in
                    unsafe nonce.withPointer { nonce, _ in
                        unsafe decrypt(
                            opened.pointer, nil, nil, text, UInt64(textCount), data, UInt64(dataCount), nonce, key)
                    }
                }
            }
        }
        guard result == 0 else { throw .doesNotOpen }
        return opened
    }
}
