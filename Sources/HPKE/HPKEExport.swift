public import Sodium

/// What one single-shot export gives its sender: a secret, and what the recipient needs to find it.
public struct HPKEExport: ~Copyable, Sendable {
    public let encapsulation: [UInt8]
    public let secret: SecretBytes
}
