import Sodium

/// What a derivation, a signature or an encryption is for, as it stands before its context: "MLS 1.0 " and a name, with
/// its length (RFC 9420 §5.1.2, §5.1.3, §8). Encoded when it is made: keep those used often in a `static let`.
package struct Label: Sendable, ExpressibleByStringLiteral {
    let encoded: [UInt8]

    /// What every label of MLS begins with.
    static let prefix = Array("MLS 1.0 ".utf8)

    /// The name alone: "MLS 1.0 " is put before it.
    package init(_ name: String) {
        let label = Self.prefix + name.utf8
        var encoded: [UInt8] = []
        encoded.append(opaque: label.span)
        self.encoded = encoded
    }

    package init(stringLiteral name: String) { self.init(name) }

    /// Label and context as SignContent and EncryptContext lay them out: two opaque vectors.
    package func with(_ context: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count + context.count + 8)
        bytes.append(contentsOf: encoded)
        bytes.append(opaque: context)
        return bytes
    }
}
