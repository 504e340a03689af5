package import Sodium

/// SHAKE256 (FIPS 202 §6.2), which neither library underneath offers: the one primitive of this project's own.
package struct SHAKE256: ~Copyable {
    /// Bytes that go in, or come out, between two permutations.
    package static let rateByteCount = 136

    private let state = KeccakState()
    private var offset = 0

    package init() {}

    /// Feeds any number of bytes; how they are cut makes no difference.
    package mutating func absorb(_ bytes: Span<UInt8>) {
        for index in bytes.indices {
            state.add(bytes[index], at: offset)
            advance()
        }
    }

    /// The first `byteCount` bytes of the output.
    package consuming func squeeze(byteCount: Int) -> SecretBytes {
        state.add(0x1f, at: offset)  // the suffix 1111 and the padding's first bit
        state.add(0x80, at: Self.rateByteCount - 1)
        state.permute()
        offset = 0
        return SecretBytes(byteCount: byteCount) { output in
            for index in 0..<byteCount {
                output[index] = state.byte(at: offset)
                if index + 1 < byteCount { advance() }
            }
        }
    }

    private mutating func advance() {
        offset += 1
        guard offset == Self.rateByteCount else { return }
        state.permute()
        offset = 0
    }
}
