package import Sodium

/// What a Welcome's group info is sealed with (RFC 9420 §12.4.3.1): used once, then gone.
package struct WelcomeKey: ~Copyable, Sendable {
    private let key: MessageKey

    init(_ suite: CipherSuite, _ welcomeSecret: Secret) {
        key = MessageKey(suite, Derivation(from: welcomeSecret))
    }

    /// `encrypted_group_info` of an encoded GroupInfo.
    package consuming func seal(_ groupInfo: Span<UInt8>) -> [UInt8] { key.seal(groupInfo) }

    /// The encoded GroupInfo.
    ///
    /// - Throws: ``MLSError/doesNotOpen``.
    package consuming func open(_ encryptedGroupInfo: Span<UInt8>) throws(MLSError) -> SecretBytes {
        try key.open(encryptedGroupInfo)
    }
}
