package import Sodium

/// Appends fields of the TLS presentation language to a secret: what it has written is wiped wherever it lay. Read it
/// with a `Cursor`.
package struct SecretWriter: ~Copyable {
    private var buffer: SecretBytes
    package private(set) var byteCount = 0

    package init(reserving byteCount: Int = 256) {
        buffer = SecretBytes(byteCount: max(byteCount, 1)) { _ in }
    }

    /// Appends an unsigned integer, most significant byte first, in as many bytes as its type has.
    package mutating func integer(_ value: some FixedWidthInteger & UnsignedInteger) {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: UInt64(value), byteCount: value.bitWidth / 8)
        fixed(bytes.span)
    }

    /// Appends bytes without a length.
    package mutating func fixed(_ bytes: Span<UInt8>) {
        grow(by: bytes.count)
        buffer.write(bytes, at: byteCount)
        byteCount += bytes.count
    }

    /// Appends bytes with their length before them, as `opaque x<V>`.
    package mutating func opaque(_ bytes: Span<UInt8>) {
        var length: [UInt8] = []
        length.append(variableLength: bytes.count)
        fixed(length.span)
        fixed(bytes)
    }

    package mutating func opaque(_ secret: Secret) { secret.withBytes { opaque($0) } }

    /// What was written, as a secret of that length.
    package consuming func finish() -> SecretBytes {
        buffer.withBytes { SecretBytes(copying: $0.extracting(first: byteCount)) }
    }

    private mutating func grow(by count: Int) {
        guard byteCount + count > buffer.byteCount else { return }
        var larger = SecretBytes(byteCount: max(2 * buffer.byteCount, byteCount + count)) { _ in }
        buffer.withBytes { larger.write($0.extracting(first: byteCount), at: 0) }
        buffer = larger
    }
}
