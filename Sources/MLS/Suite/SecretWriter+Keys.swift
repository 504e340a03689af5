import HPKE
import TLSCodec

/// What a ``SecretReader`` reads. Each of these is a function of its own for the compiler's sake, too: a writer that is
/// lent doesn't get along with a throwing call in the same expression.
extension SecretWriter {
    mutating func key(_ key: KEMSecretKey) { key.withBytes { opaque($0) } }

    mutating func key(_ key: SignatureSecretKey) { key.withSeed { opaque($0) } }

    mutating func flag(_ value: Bool) { integer(value ? 1 as UInt8 : 0) }

    mutating func count(_ count: Int) { integer(UInt32(truncatingIfNeeded: count)) }

    /// A structure, as an opaque vector.
    mutating func value(_ value: some TLSCodable) throws(MLSError) {
        let bytes = try value.bytes()
        opaque(bytes.span)
    }
}
