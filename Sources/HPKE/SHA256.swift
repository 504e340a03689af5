import Crypto
import Sodium

/// SHA-256 (FIPS 180-4), fed piece by piece. The state is wiped at the end, for what it hashed may be secret.
///
/// swift-crypto's, which uses the processor's SHA instructions where libsodium doesn't: 1 KB takes a quarter of the
/// time.
package struct SHA256: ~Copyable, Sendable {
    package static let byteCount = 32
    static let blockByteCount = 64

    /// Copying shares the state until one of the two is fed.
    private var state: Crypto.SHA256

    package init() { state = Crypto.SHA256() }

    private init(_ state: Crypto.SHA256) { self.state = state }

    /// A second hash that goes on from here.
    func copy() -> SHA256 { SHA256(state) }

    /// Feeds any number of bytes; how they are cut makes no difference.
    package mutating func update(_ bytes: Span<UInt8>) { state.update(bytes) }

    package mutating func update(_ bytes: [UInt8]) { state.update(bytes.span) }

    package consuming func finalize() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.byteCount)
        var span = digest.mutableSpan
        state.finalize().copy(into: &span)
        return digest
    }

    /// Writes as much of the digest as `output` takes from `offset` on.
    consuming func finalize(into output: inout MutableSpan<UInt8>, at offset: Int = 0) {
        state.finalize().copy(into: &output, at: offset)
    }

    package static func hash(_ bytes: Span<UInt8>) -> [UInt8] {
        var state = SHA256()
        state.update(bytes)
        return state.finalize()
    }
}

extension Crypto.SHA256: TakesRawBytes {}
extension Crypto.SHA256Digest: LendsRawBytes {}
