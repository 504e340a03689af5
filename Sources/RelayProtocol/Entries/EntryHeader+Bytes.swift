import TLSCodec

extension EntryHeader {
    /// As it is hashed and stored; nothing if it has no encoding, which none has that was decoded.
    package var bytes: [UInt8]? { try? encoded() }
}
