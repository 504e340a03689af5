import Sodium

/// The keys of a handshake and how far it is (revision 34 §5.3). ``HandshakeWriter`` and ``HandshakeReader`` are its two
/// faces, and hold turns and ends; here are the steps. A step that throws leaves it useless: its owner has been consumed.
struct HandshakeState: ~Copyable, Sendable {
    private let pattern: HandshakePattern
    private let role: HandshakeRole
    private let preSharedKeys: [PreSharedKey]
    private let staticKey: X25519.SecretKey?
    /// `e`: made when it is sent, or given beforehand by a test.
    private var ephemeralKey: X25519.SecretKey?
    private(set) var remoteStaticKey: X25519.PublicKey?
    private var remoteEphemeralKey: X25519.PublicKey?
    private var symmetric: SymmetricState
    private var messageIndex = 0
    private var preSharedKeyIndex = 0

    /// Initialize.
    init(
        _ noise: NoiseProtocol, as role: HandshakeRole, prologue: [UInt8], keys: HandshakeKeys,
        fixedEphemeral: X25519.SecretKey?
    ) throws(NoiseError) {
        try keys.check(noise.pattern, as: role)
        pattern = noise.pattern
        self.role = role
        preSharedKeys = keys.preSharedKeys
        staticKey = keys.staticKey
        remoteStaticKey = keys.remoteStaticKey
        ephemeralKey = fixedEphemeral
        symmetric = SymmetricState(noise)
        symmetric.mixHash(prologue.span)
        for sender in [HandshakeRole.initiator, .responder] where pattern.preMessage(of: sender).contains(.s) {
            let key = sender == role ? staticKey?.publicKey : remoteStaticKey
            if let key { symmetric.mixHash(key.bytes.span) }
        }
    }

    var isComplete: Bool { messageIndex == pattern.messages.count }
    var handshakeHash: [UInt8] { symmetric.handshakeHashBytes }

    /// The keys of the next message: WriteMessage as far as the payload.
    ///
    /// - Returns: the ephemeral key among them.
    mutating func writeKeys(to message: inout [UInt8]) throws(NoiseError) -> X25519.PublicKey? {
        var sent: X25519.PublicKey?
        for token in pattern.messages[messageIndex] {
            switch token {
            case .e: sent = writeEphemeralKey(to: &message)
            case .s: try writeStaticKey(to: &message)
            case .ee, .es, .se, .ss, .psk: try mix(token)
            }
        }
        return sent
    }

    /// The payload, with which the message ends.
    mutating func writePayload(_ payload: Span<UInt8>, to message: inout [UInt8]) throws(NoiseError) {
        guard payload.count <= NoiseLimits.messageByteCountMax - message.count - symmetric.tagByteCount else {
            throw .messageTooLong
        }
        try encryptAndHash(payload, appendingTo: &message)
        messageIndex += 1
    }

    /// ReadMessage.
    mutating func read(_ message: Span<UInt8>) throws(NoiseError) -> [UInt8] {
        guard message.count <= NoiseLimits.messageByteCountMax else { throw .messageTooLong }
        var offset = 0
        for token in pattern.messages[messageIndex] {
            switch token {
            case .e: try readEphemeralKey(from: message, at: &offset)
            case .s: try readStaticKey(from: message, at: &offset)
            case .ee, .es, .se, .ss, .psk: try mix(token)
            }
        }
        let payload = try decryptAndHash(message.extracting(offset...))
        messageIndex += 1
        return payload
    }

    /// After the last message.
    consuming func transport() -> Transport {
        let hash = handshakeHash
        let split = symmetric.split(isOneWay: pattern.isOneWay)
        switch role {
        case .initiator:
            return Transport(
                handshakeHash: hash, remoteStaticKey: remoteStaticKey,
                sending: split.fromInitiator, receiving: split.fromResponder)
        case .responder:
            return Transport(
                handshakeHash: hash, remoteStaticKey: remoteStaticKey,
                sending: split.fromResponder, receiving: split.fromInitiator)
        }
    }
}

// MARK: - Keys on the wire

extension HandshakeState {
    private mutating func writeEphemeralKey(to message: inout [UInt8]) -> X25519.PublicKey {
        let key = ephemeralKey ?? X25519.SecretKey()
        ephemeralKey = key
        let bytes = key.publicKey.bytes
        message += bytes
        mixEphemeralKey(bytes.span)
        return key.publicKey
    }

    private mutating func writeStaticKey(to message: inout [UInt8]) throws(NoiseError) {
        guard let staticKey else { throw .missingStaticKey }
        try encryptAndHash(staticKey.publicKey.bytes.span, appendingTo: &message)
    }

    private mutating func readEphemeralKey(from message: Span<UInt8>, at offset: inout Int) throws(NoiseError) {
        let end = offset + NoiseLimits.publicKeyByteCount
        guard end <= message.count else { throw .messageTooShort }
        let bytes = message.extracting(offset..<end)
        remoteEphemeralKey = try Self.publicKey(bytes)
        mixEphemeralKey(bytes)
        offset = end
    }

    private mutating func readStaticKey(from message: Span<UInt8>, at offset: inout Int) throws(NoiseError) {
        let end = offset + NoiseLimits.publicKeyByteCount + symmetric.tagByteCount
        guard end <= message.count else { throw .messageTooShort }
        let bytes = try decryptAndHash(message.extracting(offset..<end))
        remoteStaticKey = try Self.publicKey(bytes.span)
        offset = end
    }

    /// With pre-shared keys the ephemeral key is mixed into the cipher key too, as its nonce (§9.2).
    private mutating func mixEphemeralKey(_ bytes: Span<UInt8>) {
        symmetric.mixHash(bytes)
        if !preSharedKeys.isEmpty { symmetric.mixKey(bytes) }
    }

    private mutating func encryptAndHash(
        _ plaintext: Span<UInt8>, appendingTo message: inout [UInt8]
    ) throws(NoiseError) {
        var bytes = [UInt8](repeating: 0, count: plaintext.count + symmetric.tagByteCount)
        var buffer = bytes.mutableSpan
        buffer.copy(plaintext)
        try symmetric.encryptAndHash(inPlace: &buffer)
        message += bytes
    }

    private mutating func decryptAndHash(_ ciphertext: Span<UInt8>) throws(NoiseError) -> [UInt8] {
        let tagByteCount = symmetric.tagByteCount
        guard ciphertext.count >= tagByteCount else { throw .messageTooShort }
        var bytes = [UInt8](copying: ciphertext)
        var buffer = bytes.mutableSpan
        try symmetric.decryptAndHash(inPlace: &buffer)
        bytes.removeLast(tagByteCount)
        return bytes
    }

    private static func publicKey(_ bytes: Span<UInt8>) throws(NoiseError) -> X25519.PublicKey {
        do { return try X25519.PublicKey(bytes) } catch { throw NoiseError(error) }
    }
}

// MARK: - What both sides know

extension HandshakeState {
    private mutating func mix(_ token: HandshakePattern.Token) throws(NoiseError) {
        if token == .psk { try mixPreSharedKey() } else { try mixSharedSecret(of: token) }
    }

    private mutating func mixPreSharedKey() throws(NoiseError) {
        guard preSharedKeyIndex < preSharedKeys.count else { throw .missingPreSharedKey }
        preSharedKeys[preSharedKeyIndex].withBytes { symmetric.mixKeyAndHash($0) }
        preSharedKeyIndex += 1
    }

    /// The token's first letter is the initiator's key, its second the responder's.
    private mutating func mixSharedSecret(of token: HandshakePattern.Token) throws(NoiseError) {
        let isOwnStatic = token == .ss || token == (role == .initiator ? .se : .es)
        let isRemoteStatic = token == .ss || token == (role == .initiator ? .es : .se)
        guard let own = isOwnStatic ? staticKey : ephemeralKey else { throw .missingStaticKey }
        guard let remote = isRemoteStatic ? remoteStaticKey : remoteEphemeralKey else { throw .missingRemoteStaticKey }
        do {
            let secret = try own.sharedSecret(with: remote)
            secret.withBytes { symmetric.mixKey($0) }
        } catch { throw NoiseError(error) }
    }
}
