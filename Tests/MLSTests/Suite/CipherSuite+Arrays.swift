import MLS

/// Expectations don't take spans.
extension CipherSuite {
    func accepts(
        _ signature: [UInt8], by key: SignaturePublicKey, _ label: Label, _ content: [UInt8]
    ) -> Bool {
        isValid(signature.span, by: key, label, content.span)
    }

    func acceptsMAC(_ tag: [UInt8], key: [UInt8], _ message: [UInt8]) -> Bool {
        isValidMAC(tag.span, key: key.span, message.span)
    }

    func mac(key: [UInt8], _ message: [UInt8]) -> [UInt8] { mac(key: key.span, message.span) }

    func refHash(_ label: String, _ value: [UInt8]) -> [UInt8] { refHash(label, value.span) }

    func sign(_ key: SignatureSecretKey, _ label: Label, _ content: [UInt8]) -> [UInt8] {
        sign(key, label, content.span)
    }
}
