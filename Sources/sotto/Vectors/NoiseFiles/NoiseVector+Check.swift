@_spi(FixedEphemerals) import Noise
import Sodium

extension NoiseVector {
    func vectorCase(_ id: String) -> VectorCase {
        if let reason = skipReason { return VectorCase(id, skippedBecause: reason) }
        return VectorCase(id) { try passes() }
    }

    /// What of the protocol isn't built in; nil if all is.
    var skipReason: String? {
        let sections = protocolName.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard sections.count == 5, (try? NoiseProtocol(name: protocolName)) == nil else { return nil }
        let missing = (2...4).first { section in
            var known = ["Noise", "NN", "25519", "ChaChaPoly", "BLAKE2b"]
            known[section] = sections[section]
            return (try? NoiseProtocol(name: known.joined(separator: "_"))) == nil
        }
        return "\(sections[missing ?? 1]) isn't built in"
    }

    /// Plays both sides: each writes exactly the vector's bytes, reads them, and both end with its hash.
    func passes() throws -> Bool {
        let noise = try NoiseProtocol(name: protocolName)
        var first = try noiseEnd(initiator, initiates: true)
        var second = try noiseEnd(responder, initiates: false)
        for (index, message) in messages.enumerated() {
            let fromFirst = noise.pattern.isOneWay || index.isMultiple(of: 2)
            let sent = fromFirst ? try first.send(message.payload.bytes) : try second.send(message.payload.bytes)
            guard sent == message.ciphertext.bytes else { return false }
            let read = fromFirst ? try second.receive(sent) : try first.receive(sent)
            guard read == message.payload.bytes else { return false }
        }
        return try endsAsSaid(first, other: responder) && endsAsSaid(second, other: initiator)
    }

    /// A finished handshake has the vector's hash, and knows the other's static key if it knows any.
    private func endsAsSaid(_ end: borrowing NoiseEnd, other: Side) throws -> Bool {
        guard let hash = end.handshakeHash, handshakeHash == nil || handshakeHash?.bytes == hash else { return false }
        guard let remote = end.remoteStaticKey else { return true }
        return try other.staticKey.map { try X25519.SecretKey(copying: $0.bytes).publicKey == remote } ?? false
    }

    private func noiseEnd(_ side: Side, initiates: Bool) throws -> NoiseEnd {
        let noise = try NoiseProtocol(name: protocolName)
        let keys = HandshakeKeys(
            staticKey: try side.staticKey.map { try X25519.SecretKey(copying: $0.bytes) },
            remoteStaticKey: try side.remoteStaticKey.map { try X25519.PublicKey($0.bytes) },
            preSharedKeys: try side.preSharedKeys.map { try PreSharedKey(copying: $0.bytes) })
        // Without an ephemeral key the pattern gives this side no message to write: any key does.
        let ephemeral = try side.ephemeral.map { try X25519.SecretKey(copying: $0.bytes) } ?? X25519.SecretKey()
        let prologue = side.prologue.bytes
        if initiates {
            return NoiseEnd(try Handshake.initiator(noise, prologue: prologue, keys: keys, fixedEphemeral: ephemeral))
        }
        return NoiseEnd(try Handshake.responder(noise, prologue: prologue, keys: keys, fixedEphemeral: ephemeral))
    }
}
