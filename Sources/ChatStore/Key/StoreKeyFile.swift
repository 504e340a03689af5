package import Sodium

/// The file in which a store key lies, bare or wrapped under a passphrase.
///
/// `sotto store key 1`, a newline, a letter for the form; of form F 32 secret bytes and a checksum of 16; of form P
/// passes(4) ‖ KiB of memory(4) ‖ salt(16) ‖ commitment(32) ‖ nonce(24) ‖ sealed key(48). The commitment is what makes
/// a wrong passphrase a wrong one: XChaCha20-Poly1305 alone would let one file open under several.
package enum StoreKeyFile {
    /// Whether a passphrase is needed; nothing if it is no key file.
    package static func needsPassphrase(_ file: Span<UInt8>) -> Bool? {
        guard let form = form(of: file) else { return nil }
        return form == .passphrase
    }

    /// Bare: the key lies beside the data.
    package static func bytes(of key: borrowing StoreKey) -> SecretBytes {
        key.withBytes { key in
            let head = header(.bare)
            let checksum = checksum(key)
            var file = SecretBytes(byteCount: head.count + key.count + checksum.count) { _ in }
            file.write(head.span, at: 0)
            file.write(key, at: head.count)
            file.write(checksum.span, at: head.count + key.count)
            return file
        }
    }

    /// Wrapped: who has the file has to guess the passphrase, at the cost of `hash` each time.
    ///
    /// - Throws: ``StoreKeyError/outOfMemory``.
    package static func bytes(
        of key: borrowing StoreKey, under passphrase: Span<UInt8>, hash: PassphraseHash = .standard
    ) throws(StoreKeyError) -> [UInt8] {
        let salt = RandomBytes.array(count: Argon2id.saltByteCount)
        let keys = try PassphraseKeys(passphrase, salt: salt, hash)
        let open = header(.passphrase) + hash.bytes + salt + keys.commitment
        let nonce = RandomBytes.array(count: nonceByteCount)
        return open + nonce + keys.seal(key, nonce: nonce, authenticating: open)
    }

    /// - Parameter passphrase: not looked at where none is needed.
    /// - Throws: ``StoreKeyError``.
    package static func key(in file: Span<UInt8>, passphrase: Span<UInt8>?) throws(StoreKeyError) -> StoreKey {
        switch form(of: file) {
        case nil: throw isOfNewerVersion(file) ? .newerVersion : .damaged
        case .bare: return try bareKey(in: file)
        case .passphrase:
            guard let passphrase else { throw .needsPassphrase }
            return try wrappedKey(in: file, passphrase)
        }
    }

    private enum Form: UInt8 {
        case bare = 0x46  // F
        case passphrase = 0x50  // P
    }

    private static let name = Array("sotto store key ".utf8)
    private static let magic = name + Array("1\n".utf8)
    private static let headerByteCount = magic.count + 1
    private static let nameEndMax = name.count + 8
    private static let checksumByteCount = 16
    private static let nonceByteCount = 24
    private static let sealedByteCount = StoreKey.byteCount + AEADAlgorithm.tagByteCount

    private static func header(_ form: Form) -> [UInt8] { magic + [form.rawValue] }

    private static func form(of file: Span<UInt8>) -> Form? {
        guard file.count > magic.count else { return nil }
        for index in magic.indices where file[index] != magic[index] { return nil }
        return Form(rawValue: file[magic.count])
    }

    /// A version is some digits, and a newline.
    private static func isOfNewerVersion(_ file: Span<UInt8>) -> Bool {
        let beginning = [UInt8](copying: file.extracting(first: nameEndMax))
        guard beginning.starts(with: name), let end = beginning.firstIndex(of: UInt8(ascii: "\n")) else { return false }
        let digits = String(decoding: beginning[name.count..<end], as: UTF8.self)
        return UInt32(digits).map { $0 > 1 } ?? false
    }

    private static func bareKey(in file: Span<UInt8>) throws(StoreKeyError) -> StoreKey {
        guard file.count == headerByteCount + StoreKey.byteCount + checksumByteCount else { throw .damaged }
        let bytes = file.extracting(headerByteCount..<headerByteCount + StoreKey.byteCount)
        let stored = file.extracting(headerByteCount + StoreKey.byteCount..<file.count)
        guard ConstantTime.areEqual(checksum(bytes).span, stored), let key = StoreKey(copying: bytes) else {
            throw .damaged
        }
        return key
    }

    private static func wrappedKey(
        in file: Span<UInt8>, _ passphrase: Span<UInt8>
    ) throws(StoreKeyError) -> StoreKey {
        let saltStart = headerByteCount + PassphraseHash.byteCount
        let commitmentStart = saltStart + Argon2id.saltByteCount
        let nonceStart = commitmentStart + PassphraseKeys.commitmentByteCount
        guard file.count == nonceStart + nonceByteCount + sealedByteCount,
            let hash = PassphraseHash(file.extracting(headerByteCount..<saltStart))
        else { throw .damaged }
        let salt = [UInt8](copying: file.extracting(saltStart..<commitmentStart))
        let keys = try PassphraseKeys(passphrase, salt: salt, hash)
        guard ConstantTime.areEqual(keys.commitment.span, file.extracting(commitmentStart..<nonceStart)) else {
            throw .wrongPassphrase
        }
        return try keys.open(
            file.extracting(nonceStart + nonceByteCount..<file.count),
            nonce: file.extracting(nonceStart..<nonceStart + nonceByteCount),
            authenticating: file.extracting(first: nonceStart))
    }

    private static func checksum(_ key: Span<UInt8>) -> [UInt8] {
        do throws(SodiumError) {
            var state = try BLAKE2b(digestByteCount: checksumByteCount)
            state.update(StoreDomain.checksum.bytes)
            state.update(key)
            return state.finalize()
        } catch { preconditionFailure("BLAKE2b gives 16 bytes") }
    }
}
