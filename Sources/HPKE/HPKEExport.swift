public import Sodium

/// What one single-shot export gives its sender: a secret, and what the recipient needs to find it.
public struct HPKEExport: ~Copyable, Sendable {
    /// For the recipient, who finds the secret with it.
    public let encapsulation: [UInt8]
    /// The sender's own: it never travels.
    public let secret: SecretBytes
}
