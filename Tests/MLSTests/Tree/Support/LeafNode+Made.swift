import MLS

extension LeafNode {
    /// A leaf with keys that are numbers, for what doesn't ask for signatures. Different numbers are different members.
    static func made(
        _ number: Int, keyNumber: Int? = nil, source: LeafNodeSource = .keyPackage(.ofTests),
        capabilities: Capabilities = Capabilities(cipherSuites: [1, 3]), extensions: Extensions = []
    ) -> LeafNode {
        LeafNode(
            encryptionKey: .made(keyNumber ?? number), signatureKey: SignaturePublicKey([UInt8](number: number)),
            credential: .basic(identity: Array("member \(number)".utf8)), capabilities: capabilities, source: source,
            extensions: extensions, signature: [1])
    }
}

extension Lifetime {
    static let ofTests = Lifetime(notBefore: UnixTime(seconds: 1_000), notAfter: UnixTime(seconds: 2_000))
}

extension HPKEPublicKey {
    static func made(_ number: Int) -> HPKEPublicKey { HPKEPublicKey([UInt8](number: number)) }
}

extension [UInt8] {
    /// 32 bytes that are a number's alone, and no key of low order.
    init(number: Int) {
        self = (0..<32).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0x55 }
    }
}
