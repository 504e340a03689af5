package import TLSCodec

extension Visitor {
    /// A key's 32 bytes.
    package mutating func key<Key: KeyNoun>(
        _ field: (Whole) throws(CodecError) -> Key
    ) throws(CodecError) -> Key {
        let bytes = try fixed(Key.byteCount) { (whole) throws(CodecError) in try field(whole).bytes }
        guard let key = Key(bytes.span) else { throw .invalidValue }
        return key
    }

    /// A serial's 8 bytes.
    mutating func serial(
        _ field: (Whole) throws(CodecError) -> DeviceSerial
    ) throws(CodecError) -> DeviceSerial {
        DeviceSerial(try uint64 { (whole) throws(CodecError) in try field(whole).value })
    }

    /// The version, which must be the one that this room writes.
    mutating func currentVersion() throws(CodecError) {
        guard try uint16({ _ in FormatVersion.current }) == FormatVersion.current else { throw .invalidValue }
    }
}
