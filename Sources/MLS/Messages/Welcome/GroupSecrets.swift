package import Sodium
package import TLSCodec

/// What a Welcome tells one new member, opened (RFC 9420 §12.4.3.1).
///
/// Whoever has the joiner secret reads the epoch: it is decoded from borrowed bytes and encoded into memory that is
/// wiped, never by way of an array.
package struct GroupSecrets: Sendable {
    package let joinerSecret: Secret
    package let pathSecret: Secret?
    package let psks: [PreSharedKeyID]

    package init(joinerSecret: Secret, pathSecret: Secret?, psks: [PreSharedKeyID]) {
        self.joinerSecret = joinerSecret
        self.pathSecret = pathSecret
        self.psks = psks
    }

    /// Decodes all of `bytes`: one byte too many is an error.
    package init(decoding bytes: Span<UInt8>) throws(CodecError) {
        var cursor = Cursor()
        joinerSecret = try Self.secret(&cursor, bytes)
        pathSecret =
            switch try cursor.integer(UInt8.self, in: bytes) {
            case 0: nil
            case 1: try Self.secret(&cursor, bytes)
            default: throw .invalidValue
            }
        // The rest names keys; nothing of it is one.
        var names = Reader(bytes.extracting(cursor.position..<bytes.count))
        psks = try names.vector(.variable)
        try names.finish()
    }

    /// - Throws: ``CodecError/lengthOutOfBounds`` for names of more than 2^30 bytes.
    package func encoded() throws(CodecError) -> SecretBytes {
        var names = Writer()
        try names.vector(psks, .variable)
        var writer = SecretWriter()
        writer.opaque(joinerSecret)
        writer.integer(pathSecret == nil ? 0 as UInt8 : 1)
        if let pathSecret { writer.opaque(pathSecret) }
        writer.fixed(names.bytes.span)
        return writer.finish()
    }

    private static func secret(_ cursor: inout Cursor, _ bytes: Span<UInt8>) throws(CodecError) -> Secret {
        Secret(copying: bytes.extracting(try cursor.opaque(.variable, in: bytes)))
    }
}
