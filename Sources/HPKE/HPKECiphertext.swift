/// What one single-shot seal gives: the encapsulated secret and the message sealed with it.
public struct HPKECiphertext: Hashable, Sendable {
    /// What the recipient finds the shared secret with, of the KEM's ``KEM/encapsulationByteCount``.
    public let encapsulation: [UInt8]
    /// The message, a tag longer than its plaintext.
    public let ciphertext: [UInt8]

    /// As they came: nothing is checked before they are opened.
    public init(encapsulation: [UInt8], ciphertext: [UInt8]) {
        self.encapsulation = encapsulation
        self.ciphertext = ciphertext
    }
}
