package import Sodium

/// HMAC-SHA256 (RFC 2104) of one message. For several under one key, absorb the key once and ``copy()`` it.
///
/// A construction of our own over ``SHA256``: swift-crypto's HMAC leaves padded keys behind in arrays. Compare tags
/// with `ConstantTime` only.
package struct HMACSHA256: ~Copyable, Sendable {
    /// Bytes of stack that are zeroed behind a tag: digests pass through frames of a library that doesn't wipe them.
    private static let stackByteCount = 1024

    private var inner: SHA256
    private let outer: SHA256

    /// A key of any length, also empty; longer than a block, it is hashed first (RFC 2104 §2).
    package init(key: Span<UInt8>) {
        var block = InlineArray<64, UInt8>(repeating: 0)
        var span = block.mutableSpan
        if key.count > SHA256.blockByteCount {
            var hash = SHA256()
            hash.update(key)
            hash.finalize(into: &span)
        } else {
            for index in key.indices { span[index] = key[index] }
        }
        inner = Self.padded(&span, with: 0x36)
        outer = Self.padded(&span, with: 0x36 ^ 0x5c)
        span.wipe()
    }

    /// Under no key, as HKDF extracts without a salt.
    static func unsalted() -> HMACSHA256 { emptyKey.copy() }

    private static let emptyKey = HMACSHA256(key: Span<UInt8>())

    /// A second MAC that goes on from here: of a key to which nothing was fed yet, one for the next message.
    package func copy() -> HMACSHA256 { HMACSHA256(inner: inner.copy(), outer: outer.copy()) }

    private init(inner: consuming SHA256, outer: consuming SHA256) {
        self.inner = inner
        self.outer = outer
    }

    /// Feeds any number of bytes; how they are cut makes no difference.
    package mutating func update(_ bytes: Span<UInt8>) { inner.update(bytes) }

    package mutating func update(_ bytes: [UInt8]) { inner.update(bytes.span) }

    mutating func update(byte: UInt8) {
        let one: InlineArray<1, UInt8> = [byte]
        inner.update(one.span)
    }

    /// Writes as much of the tag as `output` takes from `offset` on.
    package consuming func finish(into output: inout MutableSpan<UInt8>, at offset: Int = 0) {
        var block = InlineArray<32, UInt8>(repeating: 0)
        var span = block.mutableSpan
        inner.finalize(into: &span)
        var outer = outer
        outer.update(span.span)
        outer.finalize(into: &output, at: offset)
        span.wipe()
        SecretMemory.wipeStack(byteCount: Self.stackByteCount)
    }

    /// The tag as a secret.
    package consuming func finishSecret() -> SecretBytes {
        finishSecret(byteCount: SHA256.byteCount)
    }

    /// The first bytes of the tag as a secret, at most 32.
    consuming func finishSecret(byteCount: Int) -> SecretBytes {
        var tag = InlineArray<32, UInt8>(repeating: 0)
        var span = tag.mutableSpan
        finish(into: &span)
        let secret = SecretBytes(copying: span.span.extracting(first: byteCount))
        span.wipe()
        return secret
    }

    /// The tag as the key of another HMAC.
    consuming func finishKey() -> HMACSHA256 {
        var tag = InlineArray<32, UInt8>(repeating: 0)
        var span = tag.mutableSpan
        finish(into: &span)
        let keyed = HMACSHA256(key: span.span)
        span.wipe()
        return keyed
    }

    /// The tag where it isn't secret.
    package consuming func finish() -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: SHA256.byteCount)
        var span = tag.mutableSpan
        finish(into: &span)
        return tag
    }

    /// The tag of one message.
    package static func tag(key: Span<UInt8>, _ message: Span<UInt8>) -> [UInt8] {
        var mac = HMACSHA256(key: key)
        mac.update(message)
        return mac.finish()
    }

    private static func padded(_ block: inout MutableSpan<UInt8>, with pad: UInt8) -> SHA256 {
        for index in block.indices { block[index] ^= pad }
        var hash = SHA256()
        hash.update(block.span)
        return hash
    }
}
