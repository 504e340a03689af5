import TLSCodec

/// The two bytes before every structure of this room.
enum FormatVersion {
    static let current: UInt16 = 1

    /// Looks at the version alone, for what follows an unknown one can have any shape.
    static func check(_ reader: Reader) throws(IdentityError) {
        var reader = reader
        let version: UInt16
        do throws(CodecError) {
            version = try reader.integer()
        } catch {
            throw .malformed(error)
        }
        guard version == current else { throw .unknownVersion }
    }
}
