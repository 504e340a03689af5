import CSodium

extension AEADKey {
    /// The ciphertext of borrowed bytes with its tag, 16 bytes longer. The plaintext is copied nowhere.
    ///
    /// - Throws: ``SodiumError/wrongLength`` for a nonce of the other algorithm.
    public func seal(
        _ plaintext: Span<UInt8>, nonce: AEADNonce, authenticating associatedData: Span<UInt8>
    ) throws(SodiumError) -> [UInt8] {
        guard nonce.byteCount == algorithm.nonceByteCount else { throw .wrongLength }
        let encrypt =
            switch algorithm {
            case .chaCha20Poly1305: unsafe crypto_aead_chacha20poly1305_ietf_encrypt
            case .xChaCha20Poly1305: unsafe crypto_aead_xchacha20poly1305_ietf_encrypt
            }
        return unsafe [UInt8](count: plaintext.count + AEADAlgorithm.tagByteCount) { output in
            unsafe withPointers(plaintext, nonce, associatedData) { text, textCount, nonce, data, dataCount, key in
                _ = unsafe encrypt(output, nil, text, textCount, data, dataCount, nil, nonce, key)
            }
        }
    }

    /// The plaintext of borrowed bytes, straight into memory of its own that is wiped in the end.
    ///
    /// - Throws: ``SodiumError/doesNotOpen``, also for a ciphertext below 16 bytes; ``SodiumError/wrongLength`` for a
    ///   nonce of the other algorithm.
    public func openSecret(
        _ ciphertext: Span<UInt8>, nonce: AEADNonce, authenticating associatedData: Span<UInt8>
    ) throws(SodiumError) -> SecretBytes {
        guard nonce.byteCount == algorithm.nonceByteCount else { throw .wrongLength }
        guard ciphertext.count >= AEADAlgorithm.tagByteCount else { throw .doesNotOpen }
        let decrypt =
            switch algorithm {
            case .chaCha20Poly1305: unsafe crypto_aead_chacha20poly1305_ietf_decrypt
            case .xChaCha20Poly1305: unsafe crypto_aead_xchacha20poly1305_ietf_decrypt
            }
        let opened = SecretBytes(zeroed: ciphertext.count - AEADAlgorithm.tagByteCount)
        let result = unsafe withPointers(ciphertext, nonce, associatedData) { box, count, nonce, data, dataCount, key in
            unsafe decrypt(opened.pointer, nil, nil, box, count, data, dataCount, nonce, key)
        }
        guard result == 0 else { throw .doesNotOpen }
        return opened
    }

    @unsafe private func withPointers<Result>(
        _ text: Span<UInt8>, _ nonce: AEADNonce, _ data: Span<UInt8>,
        _ body: (
            UnsafePointer<UInt8>, UInt64, UnsafePointer<UInt8>, UnsafePointer<UInt8>, UInt64, UnsafePointer<UInt8>
        ) -> Result
    ) -> Result {
        unsafe text.withPointer { text, textCount in
            unsafe data.withPointer { data, dataCount in
                unsafe nonce.withPointer { nonce in
                    withBytes { key in
                        unsafe key.withPointer { key, _ in
                            unsafe body(text, UInt64(textCount), nonce, data, UInt64(dataCount), key)
                        }
                    }
                }
            }
        }
    }
}
