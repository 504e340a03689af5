import Sodium

/// What comes of a passphrase: a key that wraps, and 32 bytes that commit to it.
struct PassphraseKeys: ~Copyable {
    let commitment: [UInt8]
    private let wrapping: SecretBytes

    static let commitmentByteCount = 32

    init(_ passphrase: Span<UInt8>, salt: [UInt8], _ hash: PassphraseHash) throws(StoreKeyError) {
        let root: SecretBytes
        do throws(SodiumError) {
            let argon = try Argon2id(
                passes: UInt64(hash.passes), memoryByteCount: Int(hash.memoryKibibytes) * 1_024)
            root = try argon.derive(from: passphrase, salt: salt.span, byteCount: 32)
        } catch { throw .outOfMemory }
        commitment = Self.expand(root, .commitment).withBytes { [UInt8](copying: $0) }
        wrapping = Self.expand(root, .wrapping)
    }

    func seal(_ key: borrowing StoreKey, nonce: [UInt8], authenticating open: [UInt8]) -> [UInt8] {
        key.withBytes { key in
            wrapping.withBytes { wrapping in
                do throws(SodiumError) {
                    return try AEADAlgorithm.xChaCha20Poly1305.seal(
                        key, key: wrapping, nonce: nonce.span, authenticating: open.span)
                } catch { preconditionFailure("a key of 32 bytes and a nonce of 24") }
            }
        }
    }

    /// - Throws: ``StoreKeyError/wrongPassphrase``.
    func open(
        _ sealed: Span<UInt8>, nonce: Span<UInt8>, authenticating open: Span<UInt8>
    ) throws(StoreKeyError) -> StoreKey {
        let opened: SecretBytes
        do throws(SodiumError) {
            opened = try wrapping.withBytes { (wrapping) throws(SodiumError) in
                try AEADAlgorithm.xChaCha20Poly1305.open(sealed, key: wrapping, nonce: nonce, authenticating: open)
            }
        } catch { throw .wrongPassphrase }
        guard let key = opened.withBytes({ StoreKey(copying: $0) }) else { throw .damaged }
        return key
    }

    private static func expand(_ root: borrowing SecretBytes, _ domain: StoreDomain) -> SecretBytes {
        root.withBytes { root in
            do throws(SodiumError) {
                return try HKDF.expand(.sha256, pseudorandomKey: root, info: domain.bytes.span, byteCount: 32)
            } catch { preconditionFailure("HKDF gives 32 bytes") }
        }
    }
}
