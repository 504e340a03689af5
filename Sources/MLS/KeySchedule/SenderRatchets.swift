import Sodium

/// The two ratchets of one sender (RFC 9420 §9).
struct SenderRatchets: Sendable {
    var handshake: HashRatchet
    var application: HashRatchet

    init(handshake: HashRatchet, application: HashRatchet) {
        self.handshake = handshake
        self.application = application
    }

    /// Both begin with the secret of the sender's leaf.
    init(_ suite: CipherSuite, leafSecret: Secret) {
        let derivation = Derivation(from: leafSecret)
        handshake = HashRatchet(Secret(derivation.expand(.handshake, byteCount: suite.hashByteCount)))
        application = HashRatchet(Secret(derivation.expand(.application, byteCount: suite.hashByteCount)))
    }

    /// See ``HashRatchet/next(_:)``.
    mutating func next(
        _ type: ContentType, _ suite: CipherSuite
    ) throws(MLSError) -> (generation: Generation, key: MessageKey) {
        switch type {
        case .application: try application.next(suite)
        case .proposal, .commit: try handshake.next(suite)
        }
    }

    /// See ``HashRatchet/take(_:_:_:)``.
    mutating func take(
        _ generation: Generation, _ type: ContentType, _ suite: CipherSuite, _ limits: RatchetLimits
    ) throws(MLSError) -> MessageKey {
        switch type {
        case .application: try application.take(generation, suite, limits)
        case .proposal, .commit: try handshake.take(generation, suite, limits)
        }
    }
}
