import Noise
import Sodium

/// Exactly the keys that a pattern asks of each side.
struct Party {
    var initiator: HandshakeKeys
    var responder: HandshakeKeys

    init(
        _ pattern: HandshakePattern, initiator: X25519.SecretKey = X25519.SecretKey(),
        responder: X25519.SecretKey = X25519.SecretKey(), preSharedKeys: [PreSharedKey]? = nil
    ) throws {
        let count = pattern.preSharedKeyCount
        let psks = try preSharedKeys ?? (0..<count).map { _ in try PreSharedKey(SecretBytes.random(byteCount: 32)) }
        let initiatorKnown = pattern.initiatorPreMessage.contains(.s)
        let responderKnown = pattern.responderPreMessage.contains(.s)
        self.initiator = HandshakeKeys(
            staticKey: initiatorKnown || pattern.sends(.s, by: 0) ? initiator : nil,
            remoteStaticKey: responderKnown ? responder.publicKey : nil, preSharedKeys: psks)
        self.responder = HandshakeKeys(
            staticKey: responderKnown || pattern.sends(.s, by: 1) ? responder : nil,
            remoteStaticKey: initiatorKnown ? initiator.publicKey : nil, preSharedKeys: psks)
    }

    func meet(_ noise: NoiseProtocol, prologue: [UInt8] = [], payload: (Int) -> [UInt8] = { _ in [] }) throws -> Ends {
        try Ends.meet(
            Handshake.initiator(noise, prologue: prologue, keys: initiator),
            Handshake.responder(noise, prologue: prologue, keys: responder), payload: payload)
    }
}

extension HandshakePattern {
    /// Whether the messages of `side`, 0 the initiator, 1 the responder, have `token`.
    func sends(_ token: Token, by side: Int) -> Bool {
        messages.indices.contains { $0 % 2 == side && messages[$0].contains(token) }
    }

    /// This pattern with each set of pre-shared keys that its messages have room for, none among them.
    var modified: [HandshakePattern] {
        let places = Array(0...messages.count)
        return (0..<(1 << places.count)).compactMap { set in
            try? withPreSharedKeys(at: places.filter { set >> $0 & 1 == 1 })
        }
    }
}

let allSuites: [(cipher: AEADAlgorithm, hash: HashAlgorithm)] = AEADAlgorithm.allCases.flatMap { cipher in
    HashAlgorithm.allCases.map { (cipher, $0) }
}
