package import Sodium

/// What a client shows and proves in every handshake: its line key, and the hello that certifies it.
package struct ClientLineIdentity: Sendable {
    let lineKey: X25519.SecretKey
    /// Encoded credential and line certificate.
    let hello: [UInt8]

    package init(lineKey: X25519.SecretKey, hello: [UInt8]) {
        self.lineKey = lineKey
        self.hello = hello
    }
}
