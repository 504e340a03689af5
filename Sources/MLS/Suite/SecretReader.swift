import HPKE
import Sodium
import TLSCodec

/// Reads what a ``SecretWriter`` wrote. It holds a place, not the bytes: each verb is lent them again.
package struct SecretReader: Sendable {
    private var cursor = Cursor()

    package init() {}

    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self, _ bytes: Span<UInt8>
    ) throws(MLSError) -> Value {
        try codec { () throws(CodecError) in try cursor.integer(in: bytes) }
    }

    /// Where the bytes of an opaque vector lie.
    mutating func range(_ bytes: Span<UInt8>) throws(MLSError) -> Range<Int> {
        try codec { () throws(CodecError) in try cursor.opaque(.variable, in: bytes) }
    }

    mutating func opaque(_ bytes: Span<UInt8>) throws(MLSError) -> [UInt8] {
        [UInt8](copying: bytes.extracting(try range(bytes)))
    }

    mutating func secret(_ bytes: Span<UInt8>) throws(MLSError) -> Secret {
        Secret(copying: bytes.extracting(try range(bytes)))
    }

    /// A structure that was written as an opaque vector.
    mutating func value<Value: TLSCodable>(
        _ type: Value.Type = Value.self, _ bytes: Span<UInt8>
    ) throws(MLSError) -> Value {
        try Value(parsing: bytes.extracting(try range(bytes)))
    }

    mutating func kemKey(_ suite: CipherSuite, _ bytes: Span<UInt8>) throws(MLSError) -> KEMSecretKey {
        let range = try range(bytes)
        do throws(HPKEError) {
            return try KEMSecretKey(suite.hpke.kem, copying: bytes.extracting(range))
        } catch { throw .malformed(.invalidValue) }
    }

    mutating func signatureKey(_ bytes: Span<UInt8>) throws(MLSError) -> SignatureSecretKey {
        guard let key = SignatureSecretKey(seed: bytes.extracting(try range(bytes))) else {
            throw .malformed(.invalidValue)
        }
        return key
    }

    /// How many elements follow. Each takes a byte at least: a greater number is no count.
    mutating func count(_ bytes: Span<UInt8>) throws(MLSError) -> Int {
        let count = Int(try integer(UInt32.self, bytes))
        guard count <= bytes.count - cursor.position else { throw .malformed(.truncated) }
        return count
    }

    /// A byte 0 or 1.
    mutating func flag(_ bytes: Span<UInt8>) throws(MLSError) -> Bool {
        switch try integer(UInt8.self, bytes) {
        case 0: return false
        case 1: return true
        default: throw .malformed(.invalidValue)
        }
    }

    package func finish(_ bytes: Span<UInt8>) throws(MLSError) {
        try codec { () throws(CodecError) in try cursor.finish(in: bytes) }
    }
}
