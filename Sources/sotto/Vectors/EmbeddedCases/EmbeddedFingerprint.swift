import Identity

/// The fingerprint of a key in a role.
struct EmbeddedFingerprint: EmbeddedCase {
    enum Role: String, Decodable, Sendable {
        case identity, device, line, relay
    }

    let id: String
    let role: Role
    let key: VectorBytes
    let fingerprint: String

    func passes() throws -> Bool {
        guard let made = fingerprintOfKey() else { return false }
        return try made.text == fingerprint && made == Fingerprint(fingerprint)
    }

    private func fingerprintOfKey() -> Fingerprint? {
        switch role {
        case .identity: IdentityKey(key.bytes.span).map { Fingerprint(of: $0) }
        case .device: DeviceKey(key.bytes.span).map { Fingerprint(of: $0) }
        case .line: LineKey(key.bytes.span).map { Fingerprint(of: $0) }
        case .relay: RelayKey(key.bytes.span).map { Fingerprint(of: $0) }
        }
    }
}
