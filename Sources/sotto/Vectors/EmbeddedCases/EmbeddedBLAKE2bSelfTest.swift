import Sodium

/// RFC 7693 appendix E: the digest of the digests, plain and keyed, of texts of many lengths.
struct EmbeddedBLAKE2bSelfTest: EmbeddedCase {
    let id: String
    let digestByteCounts: [Int]
    let dataByteCounts: [Int]
    let digest: VectorBytes

    func passes() throws -> Bool {
        var grand = try BLAKE2b(digestByteCount: digest.bytes.count)
        for digestByteCount in digestByteCounts {
            let key = Self.sequence(digestByteCount)
            for dataByteCount in dataByteCounts {
                let data = Self.sequence(dataByteCount)
                grand.update(try BLAKE2b.digest(of: data, byteCount: digestByteCount))
                var keyed = try BLAKE2b(digestByteCount: digestByteCount, key: key.span)
                keyed.update(data)
                grand.update(keyed.finalize())
            }
        }
        return grand.finalize() == digest.bytes
    }

    /// A Fibonacci generator whose seed is the length.
    private static func sequence(_ count: Int) -> [UInt8] {
        var (a, b) = (0xDEAD_4BAD &* UInt32(truncatingIfNeeded: count), UInt32(1))
        return (0..<max(count, 0)).map { _ in
            (a, b) = (b, a &+ b)
            return UInt8(b >> 24)
        }
    }
}
