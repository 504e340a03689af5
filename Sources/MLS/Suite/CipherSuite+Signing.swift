import Sodium

extension CipherSuite {
    /// SignWithLabel (RFC 9420 §5.1.2): a signature made for one purpose can't serve another.
    package func sign(_ key: SignatureSecretKey, _ label: Label, _ content: Span<UInt8>) -> [UInt8] {
        let signContent = label.with(content)
        return key.key.signature(for: signContent.span)
    }

    /// VerifyWithLabel (RFC 9420 §5.1.2). Signatures and keys of a wrong length are invalid.
    package func isValid(
        _ signature: Span<UInt8>, by key: SignaturePublicKey, _ label: Label, _ content: Span<UInt8>
    ) -> Bool {
        let signContent = label.with(content)
        return key.isValid(signature, for: signContent.span)
    }
}
