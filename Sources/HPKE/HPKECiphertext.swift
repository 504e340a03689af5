/// What one single-shot seal gives: the encapsulated secret and the message sealed with it.
public struct HPKECiphertext: Hashable, Sendable {
    public let encapsulation: [UInt8]
    public let ciphertext: [UInt8]

    public init(encapsulation: [UInt8], ciphertext: [UInt8]) {
        self.encapsulation = encapsulation
        self.ciphertext = ciphertext
    }
}
