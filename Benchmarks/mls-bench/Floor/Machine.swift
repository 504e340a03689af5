import CSodium
import MLS

/// Does an ``Arithmetic`` with nothing of Sotto in it: libsodium's own calls, and for X-Wing swift-crypto's.
///
/// SHA-256 is libsodium's too, which doesn't use the processor's instructions for it; Sotto's does, and so gains in this
/// part what it loses in others.
final class Machine {
    private let kem: any RawKEM
    private var message: [UInt8]
    private var sealed: [UInt8]
    private var signer = RawSigner()
    private var signed: [Int: [RawSigner]] = [:]
    private var verifiedCount = 0
    private var tags: [Int: [UInt8]] = [:]
    private var digest = [UInt8](repeating: 0, count: 32)
    private let aeadKey = [UInt8](repeating: 7, count: 32)
    private let nonce = [UInt8](repeating: 9, count: 12)
    private let arithmetic: Arithmetic

    /// Everything that the arithmetic reads is made here, before any clock runs.
    init(_ arithmetic: Arithmetic, _ suite: CipherSuite) throws {
        self.arithmetic = arithmetic
        kem = suite == .xWingChaCha20Poly1305 ? try RawXWing() : RawX25519()
        let longest = arithmetic.parts.map(\.work.byteCount).max() ?? 0
        message = [UInt8](repeating: 0x5a, count: longest)
        sealed = [UInt8](repeating: 0, count: longest)
        for part in arithmetic.parts {
            if case .verification(let count) = part.work { signed[count] = signers(of: count) }
            if case .open(let count) = part.work { tags[count] = seal(count) }
        }
    }

    func run() throws {
        for part in arithmetic.parts {
            for _ in 0..<part.count { try run(part.work) }
        }
    }

    private func run(_ work: Arithmetic.Work) throws {
        switch work {
        case .signature(let count): signer.sign(message, count)
        case .verification(let count): try verify(count)
        case .keyPair: try kem.makeKeyPair()
        case .encapsulation: try kem.encapsulate()
        case .decapsulation: try kem.decapsulate()
        case .seal(let count): _ = seal(count)
        case .open(let count): try open(count)
        case .hash(let count): crypto_hash_sha256(&digest, message, UInt64(count))
        }
    }
}

extension Machine {
    private static let signerCount = 256

    private func signers(of byteCount: Int) -> [RawSigner] {
        (0..<Self.signerCount).map { _ in
            var signer = RawSigner()
            signer.sign(message, byteCount)
            return signer
        }
    }

    private func verify(_ byteCount: Int) throws {
        guard let signers = signed[byteCount] else { throw BenchmarkError.doesNotVerify }
        verifiedCount += 1
        try signers[verifiedCount % signers.count].verify(message, byteCount)
    }

    private func seal(_ count: Int) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: 16)
        crypto_aead_chacha20poly1305_ietf_encrypt_detached(
            &sealed, &tag, nil, message, UInt64(count), nil, 0, nil, nonce, aeadKey)
        return tag
    }

    /// `sealed` holds what some other length left there; ChaCha20 of the same bytes is the same, as far as it goes.
    private func open(_ count: Int) throws {
        let tag = tags[count, default: []]
        let result = crypto_aead_chacha20poly1305_ietf_decrypt_detached(
            &message, nil, sealed, UInt64(count), tag, nil, 0, nonce, aeadKey)
        guard result == 0 else { throw BenchmarkError.doesNotOpen }
    }
}

extension Arithmetic.Work {
    fileprivate var byteCount: Int {
        switch self {
        case .signature(let count), .verification(let count), .seal(let count), .open(let count), .hash(let count):
            count
        case .keyPair, .encapsulation, .decapsulation: 0
        }
    }
}
