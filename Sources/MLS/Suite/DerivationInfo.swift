import Sodium

/// KDFLabel (RFC 9420 §8) with HKDF's counter behind it: what is hashed for each block that is derived. It lies on the
/// stack unless its context is long, as a group's is; derivations are many, and an array for each would be felt.
struct DerivationInfo {
    private static let byteCountMax = 128

    private var short = InlineArray<128, UInt8>(repeating: 0)
    private var long: [UInt8] = []
    private var byteCount = 0

    init(_ label: Label, _ context: Span<UInt8>, byteCount length: Int) {
        let count = 3 + label.encoded.count + VariableLength.byteCount(of: context.count) + context.count
        guard context.count < 64, count <= Self.byteCountMax else {
            long.reserveCapacity(count)
            long.append(bigEndian: UInt64(length), byteCount: 2)
            long.append(contentsOf: label.encoded)
            long.append(opaque: context)
            long.append(0)
            return
        }
        add(UInt8(truncatingIfNeeded: length >> 8))
        add(UInt8(truncatingIfNeeded: length))
        for byte in label.encoded { add(byte) }
        add(UInt8(truncatingIfNeeded: context.count))
        for index in context.indices { add(context[index]) }
        byteCount += 1
    }

    /// RFC 5869 §2.3: blocks are counted from 1.
    mutating func count(_ block: Int) {
        let counter = UInt8(truncatingIfNeeded: block)
        if long.isEmpty { short[byteCount - 1] = counter } else { long[long.count - 1] = counter }
    }

    func withBytes(_ body: (Span<UInt8>) -> Void) {
        body(long.isEmpty ? short.span.extracting(first: byteCount) : long.span)
    }

    private mutating func add(_ byte: UInt8) {
        short[byteCount] = byte
        byteCount += 1
    }
}
