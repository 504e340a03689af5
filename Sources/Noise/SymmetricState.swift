import Sodium

/// The symmetric half of a handshake: chaining key, handshake hash and the cipher key in force (revision 34 §5.2).
struct SymmetricState: ~Copyable, Sendable {
    private let cipher: AEADAlgorithm
    private let hash: HashAlgorithm
    /// `h`, its first HASHLEN bytes. Not secret.
    private var handshakeHash = InlineArray<64, UInt8>(repeating: 0)
    /// `ck`.
    private var chainingKey: SecretBytes
    /// `k` and `n`, once a key was mixed in.
    private var cipherState: CipherState?

    /// InitializeSymmetric.
    init(_ noise: NoiseProtocol) {
        cipher = noise.cipher
        hash = noise.hash
        let name = [UInt8](noise.name.utf8)
        let start = name.count <= hash.digestByteCount ? name : hash.digest(of: name)
        for index in start.indices { handshakeHash[index] = start[index] }
        chainingKey = SecretBytes(copying: handshakeHash.span.extracting(first: hash.digestByteCount))
        cipherState = nil
    }

    /// HasKey: whether what follows is sealed.
    private(set) var hasKey = false

    /// What sealing adds to a static key or payload now.
    var tagByteCount: Int { hasKey ? NoiseLimits.tagByteCount : 0 }

    /// GetHandshakeHash.
    var handshakeHashBytes: [UInt8] { [UInt8](copying: handshakeHash.span.extracting(first: hash.digestByteCount)) }

    /// MixKey.
    mutating func mixKey(_ inputKeyMaterial: Span<UInt8>) {
        var derivation = KeyDerivation(hash, chainingKey: chainingKey, inputKeyMaterial: inputKeyMaterial)
        chainingKey = derivation.output1()
        initializeKey(derivation.output2(after: chainingKey))
    }

    /// MixHash.
    mutating func mixHash(_ data: Span<UInt8>) { handshakeHash = mixed(with: data) }

    /// MixKeyAndHash.
    mutating func mixKeyAndHash(_ inputKeyMaterial: Span<UInt8>) {
        var derivation = KeyDerivation(hash, chainingKey: chainingKey, inputKeyMaterial: inputKeyMaterial)
        chainingKey = derivation.output1()
        let temporaryHash = derivation.output2(after: chainingKey)
        temporaryHash.withBytes { mixHash($0) }
        initializeKey(derivation.output3(after: temporaryHash))
    }

    /// EncryptAndHash, in place: `buffer` is the plaintext and ``tagByteCount`` of room.
    mutating func encryptAndHash(inPlace buffer: inout MutableSpan<UInt8>) throws(NoiseError) {
        let associated = handshakeHash
        try cipherState?.seal(
            inPlace: &buffer, authenticating: associated.span.extracting(first: hash.digestByteCount))
        mixHash(buffer.span)
    }

    /// DecryptAndHash, in place. The ciphertext is hashed before opening overwrites it.
    mutating func decryptAndHash(inPlace buffer: inout MutableSpan<UInt8>) throws(NoiseError) {
        let next = mixed(with: buffer.span)
        let associated = handshakeHash
        try cipherState?.open(
            inPlace: &buffer, authenticating: associated.span.extracting(first: hash.digestByteCount))
        handshakeHash = next
    }

    /// Split. A one-way pattern's second key is dropped.
    func split(isOneWay: Bool) -> SplitCipherStates {
        var derivation = KeyDerivation(hash, chainingKey: chainingKey, inputKeyMaterial: Span())
        let output1 = derivation.output1()
        let first = CipherState(cipher, truncating: output1)
        guard !isOneWay else { return SplitCipherStates(fromInitiator: first, fromResponder: .forbidden()) }
        let second = CipherState(cipher, truncating: derivation.output2(after: output1))
        return SplitCipherStates(fromInitiator: first, fromResponder: second)
    }

    private mutating func initializeKey(_ output: borrowing SecretBytes) {
        cipherState = CipherState(cipher, truncating: output)
        hasKey = true
    }

    private func mixed(with data: Span<UInt8>) -> InlineArray<64, UInt8> {
        var state = HashState(hash)
        state.update(handshakeHash.span.extracting(first: hash.digestByteCount))
        state.update(data)
        var mixed = InlineArray<64, UInt8>(repeating: 0)
        var output = mixed.mutableSpan
        do throws(SodiumError) { try state.finalize(into: &output) } catch {
            preconditionFailure("64 bytes hold every digest")
        }
        return mixed
    }
}

/// What Split returns: a tuple can't hold them.
struct SplitCipherStates: ~Copyable {
    let fromInitiator: CipherState
    let fromResponder: CipherState
}
