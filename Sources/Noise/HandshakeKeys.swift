public import Sodium

/// What one side brings to a handshake: exactly what the pattern asks for.
///
/// A key too few is refused, and so is a key too many: an unused one would let its giver believe in a check that
/// nobody makes.
public struct HandshakeKeys: Sendable {
    let staticKey: X25519.SecretKey?
    let remoteStaticKey: X25519.PublicKey?
    let preSharedKeys: [PreSharedKey]

    /// - Parameters:
    ///   - staticKey: one's own, if the pattern sends it or the other side knows it.
    ///   - remoteStaticKey: the other side's, if the pattern has it in a pre-message. Where the handshake brings it
    ///     (`X` and `I`), leave it out and compare afterwards.
    ///   - preSharedKeys: one for each `psk` token, in their order.
    public init(
        staticKey: X25519.SecretKey? = nil, remoteStaticKey: X25519.PublicKey? = nil, preSharedKeys: [PreSharedKey] = []
    ) {
        self.staticKey = staticKey
        self.remoteStaticKey = remoteStaticKey
        self.preSharedKeys = preSharedKeys
    }

    func check(_ pattern: HandshakePattern, as role: HandshakeRole) throws(NoiseError) {
        guard (staticKey != nil) == pattern.usesStaticKey(of: role) else {
            throw staticKey == nil ? .missingStaticKey : .unexpectedStaticKey
        }
        guard (remoteStaticKey != nil) == pattern.preMessage(of: role.other).contains(.s) else {
            throw remoteStaticKey == nil ? .missingRemoteStaticKey : .unexpectedRemoteStaticKey
        }
        guard preSharedKeys.count == pattern.preSharedKeyCount else {
            throw preSharedKeys.count < pattern.preSharedKeyCount ? .missingPreSharedKey : .unexpectedPreSharedKey
        }
    }
}
