public import Sodium

/// A Noise protocol: a handshake pattern with one choice of cipher and hash, over X25519 (revision 34 §8).
///
/// ```swift
/// let line = try NoiseProtocol(name: "Noise_XX_25519_ChaChaPoly_BLAKE2b")
/// let same = NoiseProtocol(pattern: .xx, cipher: .chaCha20Poly1305, hash: .blake2b)  // import Sodium
/// ```
///
/// `XChaChaPoly` isn't the specification's: it is ChaChaPoly with XChaCha20-Poly1305 in its place and the nonce of 16
/// zero bytes and `n`, little-endian.
public struct NoiseProtocol: Sendable, Hashable, CustomStringConvertible {
    /// The handshake, with its modifiers.
    public let pattern: HandshakePattern
    /// What seals (§12.3).
    public let cipher: AEADAlgorithm
    /// What hashes and derives (§12.5, §12.6, §12.8).
    public let hash: HashAlgorithm
    /// The whole name, from which the handshake starts (§5.2).
    public let name: String

    public var description: String { name }

    /// Any pattern with any cipher and hash.
    public init(pattern: HandshakePattern, cipher: AEADAlgorithm, hash: HashAlgorithm) {
        self.pattern = pattern
        self.cipher = cipher
        self.hash = hash
        name = "Noise_\(pattern.name)_25519_\(cipher.noiseName)_\(hash.noiseName)"
    }

    /// The protocol of that name; ``name`` gives it back.
    ///
    /// - Throws: ``NoiseError/malformedName``, ``NoiseError/unknownPattern``, ``NoiseError/unsupportedModifier``,
    ///   ``NoiseError/unsupportedAlgorithm``.
    public init(name: String) throws(NoiseError) {
        guard name.utf8.count <= NoiseLimits.nameByteCountMax, name.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .malformedName
        }
        let sections = name.split(separator: "_", omittingEmptySubsequences: false)
        guard sections.count == 5, sections[0] == "Noise" else { throw .malformedName }
        let pattern = try HandshakePattern(name: String(sections[1]))
        guard sections[2] == "25519",
            let cipher = AEADAlgorithm.allCases.first(where: { $0.noiseName == sections[3] }),
            let hash = HashAlgorithm.allCases.first(where: { $0.noiseName == sections[4] })
        else { throw .unsupportedAlgorithm }
        self.init(pattern: pattern, cipher: cipher, hash: hash)
    }
}

extension AEADAlgorithm {
    fileprivate var noiseName: String {
        switch self {
        case .chaCha20Poly1305: "ChaChaPoly"
        case .xChaCha20Poly1305: "XChaChaPoly"
        }
    }
}

extension HashAlgorithm {
    fileprivate var noiseName: String {
        switch self {
        case .blake2b: "BLAKE2b"
        case .sha256: "SHA256"
        case .sha512: "SHA512"
        }
    }
}
