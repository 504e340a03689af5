import Identity
import Sodium

@testable import Noise
@testable import SecureChannel

/// The dialling side of the handshake made by hand, so that each of its parts can be wrong.
struct Forger: ~Copyable {
    private var symmetric: SymmetricState
    private let ephemeral = X25519.SecretKey()
    private var remoteEphemeral: X25519.PublicKey?

    init(_ noise: NoiseProtocol = LineProtocol.noise, prologue: [UInt8] = LineProtocol.prologue) {
        symmetric = SymmetricState(noise)
        symmetric.mixHash(prologue.span)
    }

    /// - Parameter key: in place of an ephemeral key of one's own.
    mutating func message1(ephemeral key: [UInt8]? = nil, mac1: Mac1? = nil) -> [UInt8] {
        let key = key ?? ephemeral.publicKey.bytes
        let payload = mac1?.mac(of: key) ?? Mac1.absent
        symmetric.mixHash(key.span)
        symmetric.mixHash(payload.span)
        return key + payload
    }

    mutating func read(message2: [UInt8]) throws {
        let remote = Array(message2.prefix(32))
        symmetric.mixHash(remote.span)
        let key = try X25519.PublicKey(remote)
        remoteEphemeral = key
        try mix(ephemeral.sharedSecret(with: key))
        let relayKey = try X25519.PublicKey(open(Array(message2[32..<80])))
        try mix(ephemeral.sharedSecret(with: relayKey))
        _ = try open(Array(message2[80...]))
    }

    /// - Parameters:
    ///   - key: sent as one's static key; it may be any 32 bytes.
    ///   - secret: what a relay that checks nothing would take for the secret of it.
    mutating func message3(staticKey key: [UInt8], secret: consuming SecretBytes, hello: [UInt8]) throws -> [UInt8] {
        let sealedKey = try seal(key)
        mix(secret)
        return sealedKey + (try seal(hello))
    }

    mutating func message3(_ line: X25519.SecretKey, hello: [UInt8]) throws -> [UInt8] {
        guard let remoteEphemeral else { throw NoiseError.missingRemoteStaticKey }
        let secret = try line.sharedSecret(with: remoteEphemeral)
        return try message3(staticKey: line.publicKey.bytes, secret: secret, hello: hello)
    }

    private mutating func mix(_ secret: borrowing SecretBytes) { secret.withBytes { symmetric.mixKey($0) } }

    private mutating func seal(_ plaintext: [UInt8]) throws -> [UInt8] {
        var bytes = plaintext + [UInt8](repeating: 0, count: 16)
        var span = bytes.mutableSpan
        try symmetric.encryptAndHash(inPlace: &span)
        return bytes
    }

    private mutating func open(_ sealed: [UInt8]) throws -> [UInt8] {
        var bytes = sealed
        var span = bytes.mutableSpan
        try symmetric.decryptAndHash(inPlace: &span)
        return Array(bytes.dropLast(16))
    }
}

extension Forger {
    /// One that speaks the Noise protocol of that name.
    static func of(_ name: String) throws -> Forger { Forger(try NoiseProtocol(name: name)) }
}
